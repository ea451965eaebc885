/**
 * Builds what a browser loads into dist/public/assets: one style sheet, two subsets of the typeface, the script (compiled by tsc
 * beforehand). Every name carries a hash of the content, so that a browser may keep the file for ever; manifest.json maps plain names.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as sass from 'sass'
import subsetFont from 'subset-font'

const root = resolve(import.meta.dirname, '../..')
const modules = join(root, 'node_modules')
const target = join(root, 'dist/public/assets')
const fonts = join(modules, '@fontsource-variable/golos-text/files')

/** What Russian pages take from the Latin file: digits, Latin letters, punctuation, currency, arrows. */
const latin = [...range(0x20, 0x7e), ...'\u00a0§©«»°±·×–—‑‒‘’‚“”„•…‰‹›€₽№−←↑→↓'].join('')

/** Writes a file under a name with its hash and remembers it in the manifest. */
function put(manifest, name, content) {
  const hash = createHash('sha256')
    .update(content)
    .digest('base64url')
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .slice(0, 10)
  manifest[name] = name.replace(/\.(\w+)$/, `.${hash}.$1`)
  writeFileSync(join(target, manifest[name]), content)
}

async function latinFont() {
  const whole = readFileSync(join(fonts, 'golos-text-latin-wght-normal.woff2'))
  return subsetFont(whole, latin, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } })
}

/** Scripts share one file and no names: each stands in a block of its own. */
const script = (name) => `{${readFileSync(join(root, `dist/client/${name}.js`), 'utf8').replace(/^export \{\};?$/m, '')}}`

function styleSheet(manifest) {
  const { css } = sass.compile(join(import.meta.dirname, 'main.scss'), {
    loadPaths: [root, modules],
    style: 'compressed',
    quietDeps: true,
  })
  return css.replaceAll(/url\("?(golos-\w+\.woff2)"?\)/g, (_, name) => `url("${manifest[name]}")`)
}

function* range(from, to) {
  for (let code = from; code <= to; code++) yield String.fromCodePoint(code)
}

mkdirSync(target, { recursive: true })
const before = readdirSync(target)
const manifest = {}
put(manifest, 'golos-cyrillic.woff2', readFileSync(join(fonts, 'golos-text-cyrillic-wght-normal.woff2')))
put(manifest, 'golos-latin.woff2', await latinFont())
put(manifest, 'app.css', styleSheet(manifest))
put(manifest, 'enhance.js', ['enhance', 'session'].map(script).join('\n'))
put(manifest, 'icon.svg', readFileSync(join(import.meta.dirname, 'icon.svg')))
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
const kept = new Set([...Object.values(manifest), 'manifest.json'])
for (const name of before) if (!kept.has(name)) rmSync(join(target, name), { force: true, recursive: true })
