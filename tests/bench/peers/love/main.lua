-- The bench's scenes as a LÖVE game: scenes.lua beside it holds them. `love FOLDER fade` cross-fades for half a second.
local scenes = require "scenes"
local FADE_S = 0.5
local fades, at, since = false, 1, nil
local shown, before, following
local wanted, decoded = love.thread.getChannel("wanted"), love.thread.getChannel("decoded")

local function number(n)
    return (n - 1) % #scenes + 1
end

-- The picture of the next scene is decoded aside while this one is read.
local function ready()
    following = following or love.graphics.newImage(decoded:demand())
    return following
end

local function show(steps)
    before, shown = shown, nil
    if steps == 1 then
        shown = ready()
    else
        shown = love.graphics.newImage(scenes[number(at + steps)].picture)
        ready()
    end
    at, following = number(at + steps), nil
    since = fades and love.timer.getTime() or nil
    wanted:push(scenes[number(at + 1)].picture)
end

function love.load(arguments)
    fades = arguments[1] == "fade"
    love.graphics.setNewFont("font.ttf", 44)
    love.mouse.setVisible(false)
    love.thread.newThread("loader.lua"):start()
    shown = love.graphics.newImage(scenes[1].picture)
    wanted:push(scenes[2].picture)
end

function love.keypressed(key)
    if key == "1" or key == "2" then
        show(tonumber(key))
    end
end

function love.update()
    if not following and decoded:getCount() > 0 then
        ready()
    end
end

local function words()
    local scene = scenes[at]
    love.graphics.setColor(0.06, 0.08, 0.16, 0.85)
    love.graphics.rectangle("fill", 0, 740, 1920, 340)
    love.graphics.setColor(0.96, 0.93, 0.87)
    love.graphics.printf(scene.caption, 64, 770, 1500)
    for i, choice in ipairs(scene.choices) do
        love.graphics.print(i .. "  " .. choice, 64, 860 + i * 70)
    end
end

function love.draw()
    love.graphics.setColor(1, 1, 1)
    local part = since and math.min((love.timer.getTime() - since) / FADE_S, 1) or 1
    if part < 1 then
        love.graphics.draw(before)
        love.graphics.setColor(1, 1, 1, part)
    end
    love.graphics.draw(shown)
    words()
end
