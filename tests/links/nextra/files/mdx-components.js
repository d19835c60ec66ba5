import { useMDXComponents as themed } from 'nextra-theme-docs'

export function useMDXComponents(components) {
  return themed({ wrapper: ({ children }) => <main>{children}</main>, ...components })
}
