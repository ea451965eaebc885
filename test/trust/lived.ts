import { createHash } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'
import type { TerritoryId } from '../../src/kernel/types.ts'
import type { ApplicationView } from '../../src/modules/applications/model.ts'

/**
 * Puts into a loaded territory one of each kind of thing that a year of work leaves, straight into the tables: what is looked for afterwards is
 * where it shows, not whether it may be made.
 */
export async function liveAYear(admin: pg.Pool, territory: TerritoryId): Promise<void> {
  const one = async (sql: string, ...values: unknown[]): Promise<string> =>
    (await admin.query<{ id: string }>(`${sql} limit 1`, [territory, ...values])).rows[0]!.id
  const put = (table: string, row: Readonly<Record<string, unknown>>) => {
    const all = { territory_id: territory, ...row }
    const marks = Object.keys(all).map((_, n) => `$${n + 1}`)
    return admin.query(`insert into ${table} (${Object.keys(all).join(', ')}) values (${marks.join(', ')})`, Object.values(all))
  }
  const site = await one('select id from sites where territory_id = $1 order by id')
  const school = await one('select organisation_id as id from site_organisations where territory_id = $1 and site_id = $2', site)
  const person = await one('select person_id as id from memberships where territory_id = $1 order by person_id')
  const issuer = await one('select issuer_id as id from offices where territory_id = $1')
  const [plan, version, line, key, file, draft, point] = Array.from({ length: 7 }, () => newId())
  const at = new Date('2021-09-01T00:00:00Z')
  await put('support_needs', {
    id: newId(),
    organisation_id: school,
    kind: 'socialConditions',
    starts_on: '2019-01-01',
    ground: '',
  })
  await put('achievements', { id: newId(), person_id: person, title: '', achieved_on: '2020-01-01' })
  await put('qualifications', {
    id: newId(),
    person_id: person,
    category: 'first',
    starts_on: '1999-01-01',
    ends_on: '2000-01-01',
  })
  await put('files', {
    id: file,
    name: 'спрaвка.pdf',
    media_type: 'application/pdf',
    size: 3,
    sha256: Buffer.alloc(32),
    uploaded_at: at,
  })
  await put('plans', {
    id: plan,
    site_id: site,
    period: '2020/21',
    starts_on: '2020-09-01',
    ends_on: '2021-08-31',
    created_at: at,
  })
  await put('plan_versions', {
    id: version,
    plan_id: plan,
    number: 1,
    state: 'approved',
    created_at: at,
    approved_at: at,
    approved_on: '2020-09-10',
  })
  await put('procedures', {
    subject_id: version,
    case_id: plan,
    kind: 'plan',
    site_id: site,
    name: '2020/21',
    state: 'passed',
    step: 2,
    arrived_on: '2020-09-10',
  })
  await put('procedure_voices', {
    id: newId(),
    subject_id: version,
    round: 1,
    step: 0,
    act: 'agree',
    outcome: 'returned',
    person_id: person,
    remark: '',
    at,
    on_day: '2020-09-02',
  })
  await put('plan_lines', {
    id: line,
    version_id: version,
    line_key: key,
    position: 1,
    activity: '',
    starts_on: '2020-10-01',
    ends_on: '2020-10-01',
  })
  await put('plan_line_people', { line_id: line, person_id: person })
  await put('executions', {
    plan_id: plan,
    line_key: key,
    outcome: 'held',
    held_on: '2020-10-01',
    people_count: 12,
    note: '',
    recorded_by: person,
    recorded_at: at,
  })
  await put('execution_files', { plan_id: plan, line_key: key, file_id: file })
  await put('reports', {
    id: newId(),
    site_id: site,
    ...{ period: '2020/21', starts_on: '2020-09-01', ends_on: '2021-08-31' },
    state: 'returned',
    conclusions: '{}',
    extra: '',
    remark: '',
    created_at: at,
  })
  await put('orders', {
    id: draft,
    issuer_id: issuer,
    kind: await one('select act_kind as id from offices where territory_id = $1'),
    title: '',
    preamble: '',
    enacting_word: '',
    template_code: 'plain',
    sent_back_remark: '',
    created_at: at,
  })
  const call = newId()
  await put('calls', {
    id: call,
    title: '',
    opens_at: at,
    closes_at: new Date('2021-10-01T00:00:00Z'),
    initiators: ['organisation'],
    directions: [''],
    contingent: [''],
    experts_per_application: 0,
    spread_limit: 25,
    criteria: '[]',
    regulation_id: await one('select id from regulations where territory_id = $1'),
    order_id: await one(`select id from orders where territory_id = $1 and state = 'signed' order by signed_on`),
    point_number: '1',
    created_at: at,
  })
  const application = newId()
  await put('applications', {
    id: application,
    regulation_id: await one('select id from regulations where territory_id = $1'),
    initiator: 'organisation',
    initiator_organisation_id: school,
    state: 'proposed',
    number: 1,
    round: 1,
    submitted_by: person,
    submitted_at: at,
    theme: '',
    head_person_id: person,
    adviser_name: '',
    adviser_post: '',
    created_by: person,
    created_at: at,
  })
  await put('application_organisations', {
    application_id: application,
    organisation_id: school,
    position: 0,
    is_lead: true,
    charter_name: '',
    state: 'confirmed',
  })
  await put('application_editors', { application_id: application, person_id: person, added_by: person, added_at: at })
  const review = newId()
  await put('application_rounds', {
    application_id: application,
    round: 1,
    snapshot: JSON.stringify(nothingShown),
    hash: Buffer.alloc(32),
    submitted_by: person,
    submitted_at: at,
  })
  await put('experts', {
    id: newId(),
    person_id: person,
    employer: '',
    directions: [''],
    starts_on: '2019-01-01',
    ends_on: '2019-12-31',
    added_at: at,
  })
  await put('reviews', {
    id: review,
    application_id: application,
    round: 1,
    expert_person_id: person,
    state: 'closed',
    due_on: '2021-11-01',
    assigned_by: person,
    assigned_at: at,
    declared_at: at,
    declaration: '',
    conclusion: '',
    close_reason: '',
    closed_at: at,
  })
  await put('review_scores', { review_id: review, criterion_code: 'topics', points: 1, comment: '' })
  await put('review_protocols', {
    id: newId(),
    call_id: call,
    number: 1,
    held_on: '2021-11-15',
    place: '',
    chair_id: person,
    secretary_id: person,
    members: '[]',
    decisions: '[]',
    note: '',
    created_by: person,
    created_at: at,
  })
  const submission = newId()
  await put('operator_submissions', {
    id: submission,
    line_id: await one('select id from regulation_lines where territory_id = $1'),
    state: 'sent',
    number: 1,
    year: 2021,
    prepared_by: person,
    created_at: at,
    sent_by: person,
    sent_at: at,
    sent_on: '2021-09-01',
  })
  await put('submission_items', { submission_id: submission, application_id: application, position: 1, proposal: 'include' })
  await put('order_points', { id: point, order_id: draft, position: 1, number: '1', text: '' })
  await put('notices', {
    id: newId(),
    person_id: person,
    kind: 'plan.returned',
    subject_id: plan,
    on_day: '2021-09-01',
    created_at: at,
    params: JSON.stringify({ caption: 'согласовано', remark: '', site: '', year: 2020 }),
  })
}

/** A submission in which nothing was filled in. */
const nothingShown: ApplicationView = {
  callTitle: null,
  initiator: 'organisation',
  initiatorName: '',
  theme: '',
  direction: null,
  wantedFrom: null,
  wantedTo: null,
  organisations: [],
  head: null,
  adviser: null,
  eligibility: [],
  programme: null,
}

/** Tables whose rows everybody may read: what stands in them is public by design. */
const publicTables = [
  'register_entries',
  'register_activities',
  'published_orders',
  'published_calls',
  'published_regulations',
  'regulation_lines',
  'demo_people',
  'calendar_days',
]
/** Text that is a key of something else, not said by a person. */
const keys = new Set([
  'account_id',
  'line_key',
  'media_type',
  'template_code',
  'number',
  'point_number',
  'ended_by_point',
  'theme_key',
  'website',
  'kind',
])

/** Writes a sign of its own into every text column of a territory's tables that are not public. Gives the columns it was put into. */
export async function putCanaries(admin: pg.Pool, territory: TerritoryId, sign: string): Promise<string[]> {
  const { rows } = await admin.query<{ table: string; column: string; type: string }>(
    `select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
     where c.table_schema = 'public' and c.data_type in ('text', 'ARRAY') and c.is_generated = 'NEVER' and c.table_name <> all ($1)
       and exists (select 1 from information_schema.tables b where b.table_schema = 'public' and b.table_name = c.table_name and b.table_type = 'BASE TABLE')
       and exists (select 1 from information_schema.columns t where t.table_schema = 'public' and t.table_name = c.table_name and t.column_name = 'territory_id')
     order by 1, 2`,
    [publicTables],
  )
  const put: string[] = []
  const client = await admin.connect()
  // Triggers keep signed orders as they are; here they only stand in the way.
  await client.query(`set session_replication_role = replica`)
  for (const { table, column, type } of rows) {
    if (keys.has(column)) continue
    const name = `${sign}-${table}-${column}-`
    const value = type === 'ARRAY' ? 'array[$1 || n]' : '$1 || n'
    const changed = await client
      .query(
        `update ${table} r set ${column} = ${value} from (select ctid as place, row_number() over ()::text as n from ${table} where territory_id = $2) m
         where r.ctid = m.place`,
        [name, territory],
      )
      .catch((error: { code?: string }) => {
        if (error.code !== '23514') throw error // one of a list of words: no person wrote it
        return { rowCount: 0 }
      })
    if (changed.rowCount) put.push(`${table}.${column}`)
  }
  for (const [table, column] of [
    ['notices', 'params'],
    ['history', 'facts'],
  ] as const) {
    await client.query(
      `update ${table} set ${column} = (select coalesce(jsonb_object_agg(key, case when jsonb_typeof(value) = 'string' then to_jsonb($1 || key) else value end), '{}')
       from jsonb_each(${column})) where territory_id = $2`,
      [`${sign}-${table}-${column}-`, territory],
    )
    put.push(`${table}.${column}`)
  }
  await client.query(
    `update orders set snapshot = snapshot || jsonb_build_object('title', $1 || 'title', 'preamble', $1 || 'preamble') where territory_id = $2 and snapshot is not null`,
    [`${sign}-orders-snapshot-`, territory],
  )
  put.push('orders.snapshot')
  client.release(true)
  return put
}

/** One figure for everything a territory has in its tables. */
export async function fingerprintOf(admin: pg.Pool, territory: TerritoryId): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ name: string }>(
    `select distinct c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'territory_id' and t.table_type = 'BASE TABLE' order by 1`,
  )
  const prints: Record<string, string> = {}
  for (const { name } of rows) {
    const found = await admin.query<{ text: string }>(
      `select coalesce(string_agg(r::text, '|' order by r::text), '') as text from ${name} r where territory_id = $1`,
      [territory],
    )
    prints[name] = createHash('sha256').update(found.rows[0]!.text).digest('hex')
  }
  return prints
}
