import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { usualConnections, usualLine } from './db/pool.ts'
import type { S3Settings } from './files/s3-requests.ts'
import type { Contacts } from './kernel/contacts.ts'
import { codeOf } from './kernel/errors.ts'

/** Which PostgreSQL the program works on. */
export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly dir: string }
  | { readonly kind: 'server'; readonly url: string; readonly ownerUrl: string | null }

/** Where copies go, the key they are closed with, how often they are taken and for how long they are kept. */
export type BackupSettings = {
  readonly dir: string
  readonly keyFile: string
  /** The key of secrets, when other people keep it. */
  readonly secretsKeyFile: string
  readonly everyHours: number
  readonly keepDays: number
}

export type Config = {
  readonly port: number
  /** `localhost` listens on the machine's own addresses only. */
  readonly host: string
  /** The address people type, without a slash at the end. */
  readonly publicOrigin: string
  /** How many proxies in front of the program may be believed about a visitor's address. */
  readonly trustedProxies: number
  readonly dataDir: string
  readonly database: DatabaseConfig
  /** A replica that only reads, for public pages and tables; null: the same database. */
  readonly readUrl: string | null
  /** Where sent files are kept; null: in a folder of `dataDir`. */
  readonly s3: S3Settings | null
  /** The server for outgoing mail; null: letters are only kept for reading in the program. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** How many connections this process keeps to the database for pages, and how many requests may wait for one. */
  readonly connections: number
  readonly longestLine: number
  /** For how long the process says that it is about to stop before it does. */
  readonly stopNoticeMs: number
  /** Signs sessions; at least 32 characters. */
  readonly secret: string
  /** The keys that history is closed with; made by the first start. */
  readonly historyKeyFile: string
  /** Where heads of history are written down outside of the database. */
  readonly historyWitnessFile: string
  /** Transfers of days off of the years the product does not know, or knows otherwise; null: those known to the product. */
  readonly productionCalendarFile: string | null
  /** Whether those who sign orders or keep accounts must show a code besides the password; others may. */
  readonly secondFactor: 'optional' | 'required'
  /** Null: no copies are taken by this installation. */
  readonly backup: BackupSettings | null
  /** Who keeps the installation and answers for personal data, as the pages of information name them. */
  readonly contacts: Contacts
  /** Sign-ins as buttons and a movable clock. Never on a server's database. */
  readonly demo: boolean
  /** The demonstration opens amid a year that people have lived, or on the first day of it. */
  readonly demoOpens: 'amidYear' | 'firstDay'
}

/** A wrong setting: the message is one Russian sentence that says what to do. */
export class ConfigError extends Error {}

const portRange = 'PORT должен быть целым числом от 1 до 65535, например 3000.'
const proxies = 'TRUSTED_PROXIES — это число посредников перед программой, от 0 до 9.'
const whole = (name: string, least: number, most: number, usual: number) => {
  const sentence = `${name} — целое число от ${least} до ${most}.`
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence).default(usual)
}
const databaseUrl = (name: string) =>
  z.url({ protocol: /^postgres(ql)?$/, error: `${name} должна иметь вид postgresql://роль:пароль@сервер:5432/база.` }).optional()

const variables = z.object({
  PORT: z.coerce.number(portRange).int(portRange).min(1, portRange).max(65535, portRange).default(3000),
  HOST: z.string().min(1).default('localhost'),
  DATABASE_URL: databaseUrl('DATABASE_URL'),
  DATABASE_OWNER_URL: databaseUrl('DATABASE_OWNER_URL'),
  DATABASE_READ_URL: databaseUrl('DATABASE_READ_URL'),
  DATA_DIR: z.string().default('./var'),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/, error: 'PUBLIC_ORIGIN должен быть адресом вида https://имя.' }).optional(),
  TRUSTED_PROXIES: z.coerce.number(proxies).int(proxies).min(0, proxies).max(9, proxies).default(0),
  DATABASE_CONNECTIONS: whole('DATABASE_CONNECTIONS', 1, 500, usualConnections),
  WAITING_REQUESTS: whole('WAITING_REQUESTS', 0, 10_000, usualLine),
  STOP_NOTICE_SECONDS: whole('STOP_NOTICE_SECONDS', 0, 60, 1),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'S3_ENDPOINT должен быть адресом вида https://имя.' }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'S3_BUCKET — это имя раздела хранилища: строчные латинские буквы, цифры, дефис.')
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_ACCESS_KEY_FILE: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_SECRET_KEY_FILE: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'SMTP_URL должен иметь вид smtp://имя:пароль@сервер:587.' }).optional(),
  MAIL_FROM: z
    .string()
    .includes('@', { error: 'MAIL_FROM должен содержать адрес, с которого отправляются письма.' })
    .default('ploshchadka@localhost'),
  SECRET: z.string().min(32, 'SECRET должен быть не короче 32 знаков: создайте его командой openssl rand -base64 32.').optional(),
  SECRET_FILE: z.string().optional(),
  HISTORY_KEY_FILE: z.string().optional(),
  HISTORY_WITNESS_FILE: z.string().optional(),
  PRODUCTION_CALENDAR_FILE: z.string().optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEY_FILE: z.string().optional(),
  BACKUP_SECRETS_KEY_FILE: z.string().optional(),
  BACKUP_EVERY_HOURS: whole('BACKUP_EVERY_HOURS', 1, 168, 24),
  BACKUP_KEEP_DAYS: whole('BACKUP_KEEP_DAYS', 1, 3650, 30),
  SECOND_FACTOR: z.enum(['optional', 'required'], 'SECOND_FACTOR может быть только optional или required.').default('optional'),
  OPERATOR_NAME: z.string().optional(),
  OPERATOR_ADDRESS: z.string().optional(),
  OPERATOR_PHONE: z.string().optional(),
  OPERATOR_EMAIL: z.email('OPERATOR_EMAIL должен быть адресом почты вида имя@сервер.').optional(),
  OPERATOR_RESPONSIBLE: z.string().optional(),
  DEMO: z.enum(['on', 'first-day', 'off'], 'DEMO может быть только on, first-day или off.').optional(),
})
type Variables = z.infer<typeof variables>

/** Reads the settings, fills in the defaults and refuses what cannot work. An empty variable counts as not set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = variables.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!given.success) throw new ConfigError(given.error.issues[0]?.message)
  const set = given.data
  const dataDir = path.resolve(set.DATA_DIR)
  const database = readDatabase(set, dataDir)
  return {
    port: set.PORT,
    host: set.HOST,
    publicOrigin: readOrigin(set),
    trustedProxies: set.TRUSTED_PROXIES,
    dataDir,
    database,
    readUrl: set.DATABASE_READ_URL ?? null,
    s3: readS3(set),
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM,
    connections: set.DATABASE_CONNECTIONS,
    longestLine: set.WAITING_REQUESTS,
    stopNoticeMs: set.STOP_NOTICE_SECONDS * 1000,
    backup: readBackup(set, dataDir),
    contacts: {
      operator: set.OPERATOR_NAME ?? null,
      address: set.OPERATOR_ADDRESS ?? null,
      phone: set.OPERATOR_PHONE ?? null,
      email: set.OPERATOR_EMAIL ?? null,
      responsible: set.OPERATOR_RESPONSIBLE ?? null,
    },
    secret: set.SECRET ?? readSecret(set, dataDir),
    historyKeyFile: path.resolve(set.HISTORY_KEY_FILE ?? path.join(dataDir, 'history-key')),
    historyWitnessFile: path.resolve(set.HISTORY_WITNESS_FILE ?? path.join(dataDir, 'history-witness')),
    productionCalendarFile: set.PRODUCTION_CALENDAR_FILE ? path.resolve(set.PRODUCTION_CALENDAR_FILE) : null,
    secondFactor: set.SECOND_FACTOR,
    demo: database.kind === 'embedded' && set.DEMO !== 'off',
    demoOpens: set.DEMO === 'first-day' ? 'firstDay' : 'amidYear',
  }
}

function readDatabase(set: Variables, dataDir: string): DatabaseConfig {
  if (!set.DATABASE_URL) {
    for (const name of ['DATABASE_OWNER_URL', 'DATABASE_READ_URL'] as const)
      if (set[name]) throw new ConfigError(`${name} задана, а DATABASE_URL нет: задайте обе или ни одной.`)
    return { kind: 'embedded', dir: path.join(dataDir, 'pg') }
  }
  if (set.DEMO && set.DEMO !== 'off') {
    throw new ConfigError('Показ (DEMO) возможен только на встроенной базе: уберите DEMO или DATABASE_URL.')
  }
  return { kind: 'server', url: set.DATABASE_URL, ownerUrl: set.DATABASE_OWNER_URL ?? null }
}

function readS3(set: Variables): S3Settings | null {
  const asked = [set.S3_ENDPOINT, set.S3_BUCKET, ...s3Keys.flatMap((name) => [set[name], set[`${name}_FILE`]])]
  if (asked.every((value) => value === undefined)) return null
  const [accessKey, secretKey] = s3Keys.map((name) => set[name] ?? readNamed(`${name}_FILE`, set[`${name}_FILE`]))
  if (!set.S3_ENDPOINT || !set.S3_BUCKET || !accessKey || !secretKey)
    throw new ConfigError(
      'Хранилище файлов S3 задано не полностью: нужны S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY и S3_SECRET_KEY, или уберите их все.',
    )
  const { origin, pathname } = new URL(set.S3_ENDPOINT)
  if (pathname !== '/') throw new ConfigError(`S3_ENDPOINT должен быть без пути после имени: ${origin}.`)
  return { endpoint: origin, bucket: set.S3_BUCKET, region: set.S3_REGION, accessKey, secretKey }
}
const s3Keys = ['S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const

/** A key beside what it closes protects from nobody, and is lost together with it. */
function readBackup(set: Variables, dataDir: string): BackupSettings | null {
  if (!set.BACKUP_DIR && !set.BACKUP_KEY_FILE) return null
  if (!set.BACKUP_DIR || !set.BACKUP_KEY_FILE)
    throw new ConfigError('Резервные копии заданы не полностью: нужны BACKUP_DIR и BACKUP_KEY_FILE, или уберите обе.')
  const [dir, keyFile] = [path.resolve(set.BACKUP_DIR), path.resolve(set.BACKUP_KEY_FILE)]
  const secretsKeyFile = path.resolve(set.BACKUP_SECRETS_KEY_FILE ?? keyFile)
  const lies = (place: string, folder: string) => !path.relative(folder, place).startsWith('..')
  if ([keyFile, secretsKeyFile].some((file) => lies(file, dataDir) || lies(file, dir)))
    throw new ConfigError(
      'Ключ копий лежит вместе с данными или с копиями: держите его в другом месте и поправьте BACKUP_KEY_FILE.',
    )
  if (lies(dir, dataDir))
    throw new ConfigError('Папка копий лежит внутри папки данных: назовите в BACKUP_DIR другое место, лучше на другом диске.')
  return { dir, keyFile, secretsKeyFile, everyHours: set.BACKUP_EVERY_HOURS, keepDays: set.BACKUP_KEEP_DAYS }
}

function readOrigin(set: Variables): string {
  if (!set.PUBLIC_ORIGIN) return `http://${['0.0.0.0', '::'].includes(set.HOST) ? 'localhost' : set.HOST}:${set.PORT}`
  const { origin, pathname } = new URL(set.PUBLIC_ORIGIN)
  if (pathname !== '/') throw new ConfigError(`PUBLIC_ORIGIN должен быть без пути после имени: ${origin}.`)
  return origin
}

function readSecret(set: Variables, dataDir: string): string {
  if (!set.SECRET_FILE) {
    if (set.DATABASE_URL)
      throw new ConfigError('Задайте SECRET или SECRET_FILE: без общего секрета вход не сохранится между процессами.')
    return ownSecret(path.join(dataDir, 'secret'))
  }
  const secret = readNamed('SECRET_FILE', set.SECRET_FILE)!
  if (secret.length < 32)
    throw new ConfigError(`В файле ${set.SECRET_FILE} меньше 32 знаков: создайте секрет командой openssl rand -base64 32.`)
  return secret
}

/** Made once and kept; of several programs starting at once all use the one that was linked first. */
function ownSecret(file: string): string {
  const kept = readText(file)
  if (kept) return kept
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const beside = `${file}.${process.pid}`
  fs.writeFileSync(beside, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    fs.linkSync(beside, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    fs.rmSync(beside)
  }
  return readText(file)!
}

/** The content of a file that a setting names; a file that cannot be read is an error. */
function readNamed(name: string, file: string | undefined): string | null {
  if (file === undefined) return null
  const text = readText(file)
  if (text === null) throw new ConfigError(`Файл ${file} из ${name} не читается: проверьте путь и права.`)
  return text
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}
