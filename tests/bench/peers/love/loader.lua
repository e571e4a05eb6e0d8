-- A thread: decodes the pictures it is told of.
require "love.image"
local wanted, decoded = love.thread.getChannel("wanted"), love.thread.getChannel("decoded")
while true do
    decoded:push(love.image.newImageData(wanted:demand()))
end
