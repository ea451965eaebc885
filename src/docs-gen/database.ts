import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import {
  type ColumnMetadata,
  type ExpressionNode,
  GenericExpressionNode,
  generate,
  IdentifierNode,
  LiteralNode,
  PostgresDialect,
} from 'kysely-codegen'
import { migrate } from '../db/migrate.ts'
import { createDb, createPool, type Db } from '../db/pool.ts'
import { startCluster } from '../db/supervisor.ts'
import { appRole } from '../db/supervisor-roles.ts'
import { isCheck, keepFresh } from './document.ts'

/** Whose key is which id of the kernel. Keys of other tables are plain text. */
const ids: Readonly<Record<string, string>> = {
  adaptations: 'AdaptationId',
  applications: 'ApplicationId',
  auth_users: 'AccountId',
  calendar_days: 'CalendarDaysId',
  pairs: 'PairId',
  pair_evidence: 'PairEvidenceId',
  pair_meetings: 'PairMeetingId',
  working_groups: 'WorkingGroupId',
  working_group_members: 'GroupMemberId',
  calls: 'CallId',
  certificate_runs: 'CertificateRunId',
  certificates: 'CertificateId',
  contracts: 'ContractId',
  deficits: 'DeficitId',
  event_places: 'EventPlaceId',
  events: 'EventId',
  learning_routes: 'RouteId',
  files: 'FileId',
  meeting_decisions: 'MeetingDecisionId',
  meeting_guests: 'MeetingGuestId',
  meeting_items: 'MeetingItemId',
  meetings: 'MeetingId',
  operator_submissions: 'OperatorSubmissionId',
  orders: 'OrderId',
  organisations: 'OrganisationId',
  people: 'PersonId',
  plan_proposals: 'PlanProposalId',
  plan_versions: 'PlanVersionId',
  plans: 'PlanId',
  programme_versions: 'ProgrammeVersionId',
  programmes: 'ProgrammeId',
  regulation_lines: 'RegulationLineId',
  regulations: 'RegulationId',
  reports: 'ReportId',
  reviews: 'ReviewId',
  sites: 'SiteId',
  status_cases: 'StatusCaseId',
  territories: 'TerritoryId',
  traineeship_rows: 'TraineeshipRowId',
  traineeships: 'TraineeshipId',
  tryouts: 'TryOutId',
}

/** Columns that name a row without a foreign key: what is kept outlives the row, or is written before it. */
const idsWithoutKey: Readonly<Record<string, string>> = {
  'appointments.appointed_by': 'PersonId',
  'files.uploaded_by': 'PersonId',
  'history.account_id': 'AccountId',
  'history.person_id': 'PersonId',
  'history.site_id': 'SiteId',
  'history.territory_id': 'TerritoryId',
  'history_heads.territory_id': 'TerritoryId',
  'published_calls.order_id': 'OrderId',
  'published_regulations.order_id': 'OrderId',
  'register_entries.order_id': 'OrderId',
  'submissions.account_id': 'AccountId',
}

/** Text columns whose words their owner declares: kinds that grow without a migration, copies of words that are checked where they come from. */
const wordsOfOwners: ReadonlySet<string> = new Set([
  'journals.kind',
  'notices.kind',
  'plans.period',
  'published_orders.kind',
  'register_activities.period',
  'reports.period',
])

/** src/db/types.ts: the tables as the migrations leave them, with ids by their keys and words by their checks. */
export async function databaseTypes(): Promise<string> {
  const dir = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-types-'))
  fs.chmodSync(dir, 0o755)
  const cluster = await startCluster({ dir: path.join(dir, 'pg'), settings: { fsync: 'off' } })
  try {
    await migrate(cluster.ownerPool, appRole)
    const db = createDb(createPool(cluster.adminPool))
    return await typesOf(db).finally(() => db.destroy())
  } finally {
    await cluster.stop()
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function typesOf(db: Db): Promise<string> {
  const [words, keys] = [await allowedWords(db), await keysOf(db)]
  const dialect = new PostgresDialect()
  const scalars: Record<string, ExpressionNode> = dialect.adapter.scalars
  scalars.int8 = new IdentifierNode('number')
  scalars.date = new IdentifierNode('Day')
  for (const id of Object.values(ids)) scalars[id.toLowerCase()] = new IdentifierNode(id)

  const refine = (table: string, column: ColumnMetadata): void => {
    const name = `${table}.${column.name}`
    const key = keys.get(name)
    column.enumValues = words.get(name) ?? null
    if (key) column.dataType = key
    const declared = column.dataType === 'jsonb' ? 'JsonOf' : wordsOfOwners.has(name) ? 'WordOf' : null
    if (!declared) return
    column.dataType = `${declared} ${name}`.toLowerCase()
    scalars[column.dataType] = new GenericExpressionNode(declared, [new LiteralNode(name)])
  }
  return generate({
    db,
    dialect,
    camelCase: true,
    outFile: null,
    typeOnlyImports: true,
    customImports: {
      JsonOf: './columns.ts',
      WordOf: './columns.ts',
      ...Object.fromEntries(['Day', ...Object.values(ids)].map((name) => [name, '../kernel/types.ts'])),
    },
    async postprocess({ metadata }) {
      for (const table of metadata.tables) for (const column of table.columns) refine(table.name, column)
      return metadata
    },
  })
}

/** `check (state in ('draft', …))` and `check (initiators <@ array['authority', …])`: what a column may hold. */
async function allowedWords(db: Db): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string; rule: string }>`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as rule from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace`.execute(db)
  return new Map(
    rows.flatMap(({ table, rule }) => {
      const [, column, list] = /^CHECK \(\(+(\w+) (?:= ANY \(|<@ )ARRAY\[([^\]]*)\]/.exec(rule) ?? []
      return column && list ? [[`${table}.${column}`, [...list.matchAll(/'([^']*)'/g)].map(([, word]) => word ?? '')]] : []
    }),
  )
}

/** Whose id a column holds: a table's own key, or what a foreign key leads to, through keys that are foreign keys themselves. */
async function keysOf(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ column: string; to: string }>`
    select con.conrelid::regclass || '.' || here.attname as column, con.confrelid::regclass || '.' || there.attname as to
    from pg_constraint con
    cross join unnest(con.conkey, con.confkey) as key (here, there)
    join pg_attribute here on here.attrelid = con.conrelid and here.attnum = key.here
    join pg_attribute there on there.attrelid = con.confrelid and there.attnum = key.there
    where con.contype = 'f' and con.connamespace = 'public'::regnamespace`.execute(db)
  const found = new Map(Object.entries(idsWithoutKey))
  for (const [table, id] of Object.entries(ids)) found.set(`${table}.id`, id)
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const { column, to } of rows) {
      const id = found.get(to)
      if (id) found.set(column, id)
    }
  }
  return found
}

if (import.meta.main) process.exitCode = await keepFresh('src/db/types.ts', await databaseTypes(), isCheck())
