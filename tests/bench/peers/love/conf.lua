function love.conf(t)
    t.identity = "lantern-bench"
    t.window.title = "Bench"
    t.window.width, t.window.height = 1920, 1080
    t.window.x, t.window.y = 0, 0
    t.window.borderless = true
    -- What a story with pictures does not need.
    t.modules.audio, t.modules.sound, t.modules.video = false, false, false
    t.modules.physics, t.modules.joystick, t.modules.touch = false, false, false
end
