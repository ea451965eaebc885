import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Manifest = Readonly<Record<string, string>>
let manifest: Manifest | undefined

/** The folder of built assets, the same whether the program runs from its sources or from dist/. */
export const assetFolder = path.join(projectRoot(import.meta.dirname), 'dist/public/assets')

function projectRoot(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : projectRoot(path.dirname(from))
}

/** The address of a built asset by its plain name: `assetUrl('app.css')` is `/assets/app.1a2b3c.css`. */
export function assetUrl(name: string): string {
  manifest ??= JSON.parse(readFileSync(path.join(assetFolder, 'manifest.json'), 'utf8')) as Manifest
  const hashed = manifest[name]
  if (!hashed) throw new Error(`no asset ${name} in manifest.json: run bin/build`)
  return `/assets/${hashed}`
}

/** What the head of every page links to. */
export type PageAssets = { readonly style: string; readonly script: string; readonly font: string; readonly icon: string }

export const pageAssets = (): PageAssets => ({
  style: assetUrl('app.css'),
  script: assetUrl('enhance.js'),
  font: assetUrl('golos-russian.woff2'),
  icon: assetUrl('icon.svg'),
})
