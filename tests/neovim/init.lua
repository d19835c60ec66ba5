-- The configuration of docs/editors.md, for Neovim 0.11.
vim.lsp.config('contentlint', {
  cmd = { 'contentlint', 'lsp' },
  filetypes = { 'markdown', 'html', 'mdx' },
  root_markers = { 'contentlint.toml', '.git' },
})
vim.lsp.enable('contentlint')
