// Looks for what must not be in the repository: secrets, calls to foreign hosts, packages under other licences, and a few habits
// that the linter cannot see. `scan.ts` prints each finding as file:line and ends with 1 when there is any.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const licences = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Python-2.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'MIT-0',
  'Zlib',
  'PostgreSQL',
  'LGPL-3.0-or-later',
])

const secrets = [
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\./,
  /\b(?:password|passwd|secret|token|api_?key)\s*[:=]\s*['"][A-Za-z0-9+/_=-]{20,}['"]/i,
]

const isTest = (file: string) => /\.(test|spec|fixture)\.[a-z]+$|^test\//.test(file)
const isSource = (file: string) => /^(src|territories)\/.*\.(ts|tsx|mjs|js|scss)$/.test(file) && !isTest(file)
const outside = (folder: RegExp) => (file: string) => isSource(file) && !folder.test(file)

/** Names of documents' own vocabularies look like addresses but are never fetched. */
const namespaces = /^https?:\/\/(www\.w3\.org\/|schemas\.openxmlformats\.org\/|purl\.org\/|localhost\b|127\.0\.0\.1\b|\$\{)/

/** Habits: what, where, and why not. */
const habits = [
  {
    pattern: /\bprocess\.env\b/,
    where: outside(/^src\/config\.ts$|^src\/docs-gen\/|^src\/styles\//),
    why: 'only src/config.ts reads the environment',
  },
  {
    pattern: /\bnew Date\(\)|\bDate\.now\(\)/,
    where: outside(/^src\/(kernel|client)\//),
    why: 'the time comes from src/kernel/clock.ts',
  },
  { pattern: /\brandomUUID\(/, where: outside(/^src\/kernel\//), why: 'ids come from src/kernel/ids.ts' },
  {
    pattern: /territory(\.code)?\s*===\s*['"]/,
    where: outside(/^$/),
    why: 'differences between territories are data of the regulation',
  },
  { pattern: /dangerouslySetInnerHTML/, where: outside(/^$/), why: 'text is escaped, always' },
  { pattern: /\b(?:TODO|FIXME|XXX)\b/, where: isSource, why: 'finish it or leave it out' },
  { pattern: /\b(?:test|describe|it)\.(?:only|skip)\(/, where: isTest, why: 'every test runs' },
]

/** What is wrong with one file. */
export function findingsIn(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const at = `${file}:${index + 1}`
    const found: string[] = []
    if (secrets.some((secret) => secret.test(line))) found.push(`${at}: looks like a secret`)
    if (isSource(file)) {
      const foreign = (line.match(/https?:\/\/[^\s'"`)<>]*/g) ?? []).filter((address) => !namespaces.test(address))
      for (const address of foreign)
        if (!/^\s*(\/\/|\*|\/\*)/.test(line) && isFetched(line)) found.push(`${at}: a foreign address, ${address}`)
    }
    for (const { pattern, where, why } of habits) if (where(file) && pattern.test(line)) found.push(`${at}: ${why}`)
    return found
  })
}

/** An address a browser or the program would call by itself, as against one that a person may follow. */
const isFetched = (line: string) =>
  /\b(src|srcset|action|poster)=|(?<!\.)\burl\(|@import|\bfetch\(|\bimport\b|rel="?(stylesheet|preload|icon)/.test(line)

type Lock = { packages: Record<string, { license?: string }> }

/** Packages whose licence is not one of those we accept. */
export function foreignLicences(lock: Lock): string[] {
  return Object.entries(lock.packages)
    .filter(([path, { license }]) => path !== '' && !isAccepted(license))
    .map(
      ([path, { license }]) => `package-lock.json: ${path.replace(/^.*node_modules\//, '')} is under ${license ?? 'no licence'}`,
    )
}

const isAccepted = (license = '') =>
  license
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((name) => licences.has(name)))

function scan(): void {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split(
    '\0',
  )
  const findings = files
    .filter((file) => /\.(ts|tsx|mjs|js|json|scss|sql|md|sh|yml|yaml|typ)$|^bin\//.test(file) && file !== 'package-lock.json')
    .flatMap((file) => findingsIn(file, textOf(file)))
  findings.push(...foreignLicences(JSON.parse(textOf('package-lock.json')) as Lock))
  for (const finding of findings) console.error(finding)
  console.log(`${files.length - 1} files looked through, ${findings.length} findings`)
  process.exitCode = findings.length === 0 ? 0 : 1
}

/** A file deleted but not yet committed is listed and has no text. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) scan()
