-- A session in Neovim, as text: what is done, and what the editor then has.
local function say(text)
  io.stdout:write(text .. '\n')
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then
    say('gave up waiting for ' .. what)
    vim.cmd('cquit')
  end
end

local function found()
  local lines = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local place = (each.lnum + 1) .. ':' .. (each.col + 1)
    table.insert(lines, '  ' .. place .. ' ' .. each.code .. ': ' .. each.message)
  end
  table.sort(lines)
  return lines
end

local function show(number)
  wait(number .. ' diagnostics', function() return #found() == number end)
  for _, line in ipairs(found()) do
    say(line)
  end
end

local function type_keys(keys)
  local raw = vim.api.nvim_replace_termcodes(keys, true, true, true)
  vim.api.nvim_feedkeys(raw, 'xt', false)
end

local function request(method, more)
  local client = vim.lsp.get_clients({ bufnr = 0 })[1]
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params = vim.tbl_extend('force', params, more or {})
  local reply = client:request_sync(method, params, 60000, 0)
  return reply.result, client
end

say('open a.md')
vim.cmd.edit('a.md')
wait('the server', function() return #vim.lsp.get_clients({ bufnr = 0 }) == 1 end)
show(2)

say('type <i> behind 潮 and an emoji')
vim.fn.cursor(5, 1)
type_keys('A 潮👍<lt>i><Esc>')
show(3)

say('type </i>')
type_keys('A<lt>/i><Esc>')
show(2)

say('fix all')
vim.lsp.buf.code_action({ context = { only = { 'source.fixAll' }, diagnostics = {} }, apply = true })
show(1)
say('  ' .. vim.fn.getline(8))

say('complete the tags')
vim.fn.cursor(3, 8)
local completed = request('textDocument/completion')
for _, item in ipairs(completed.items) do
  say('  ' .. item.label)
end

say('go to the definition of the link')
vim.fn.cursor(10, 10)
local place = request('textDocument/definition')
say('  ' .. vim.fs.basename(place.uri) .. ':' .. (place.range.start.line + 1))

say('rename the heading in b.md')
vim.cmd('silent write')
vim.cmd.edit('b.md')
wait('the server', function() return #vim.lsp.get_clients({ bufnr = 0 }) == 1 end)
vim.fn.cursor(1, 4)
local edit, client = request('textDocument/rename', { newName = 'Ebb 潮' })
vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
say('  b.md: ' .. vim.fn.getline(1))
vim.cmd.buffer('a.md')
say('  a.md: ' .. vim.fn.getline(10))
vim.cmd('qall!')
