/**
 * Builds what a browser loads into dist/public/assets: one style sheet, parts of the typeface, the script (compiled by tsc
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

/**
 * Parts of the typeface by what pages need together. Every page has Russian letters, digits, signs and the names of files; the other Latin
 * letters and those of other Cyrillic languages are fetched where they are met (`_fonts.scss`).
 */
const parts = {
  russian: { of: 'cyrillic', signs: [...range(0x410, 0x44f), ...'Ёё№'] },
  signs: { of: 'latin', signs: [...range(0x20, 0x40), ...'[]_|~csvxl\u00a0§©«»·×–—‑‘’“”„•…₽−←→'] },
  latin: { of: 'latin', signs: [...range(0x20, 0x7e), ...'°±‒‚‰‹›€↑↓'] },
  cyrillic: { of: 'cyrillic', signs: ['\u0301', ...range(0x400, 0x45f), ...'ҐґҰұ№'] },
}

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

function fontOf({ of, signs }) {
  const whole = readFileSync(join(fonts, `golos-text-${of}-wght-normal.woff2`))
  return subsetFont(whole, signs.join(''), { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } })
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
for (const [name, part] of Object.entries(parts)) put(manifest, `golos-${name}.woff2`, await fontOf(part))
put(manifest, 'app.css', styleSheet(manifest))
put(manifest, 'enhance.js', ['enhance', 'session', 'waiting'].map(script).join('\n'))
for (const name of ['roll', 'roll-worker']) put(manifest, `${name}.js`, script(name))
put(manifest, 'icon.svg', readFileSync(join(import.meta.dirname, 'icon.svg')))
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
const kept = new Set([...Object.values(manifest), 'manifest.json'])
for (const name of before) if (!kept.has(name)) rmSync(join(target, name), { force: true, recursive: true })
