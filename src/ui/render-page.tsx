import { renderToString } from 'preact-render-to-string'
import { Layout, type LayoutProps } from './layout.tsx'

/** A whole page as text. */
export const renderPage = (props: LayoutProps): string => `<!doctype html>${renderToString(<Layout {...props} />)}`
