import { entriesIn, type Values } from './values.ts'

/** What every section of a programme wanted before a paper could say it: the parts of the only structure there was. */
const asked: Readonly<Record<string, readonly string[]>> = {
  note: ['relevance', 'aim', 'tasks', 'contingent', 'directions'],
  topics: ['objectives', 'sessions', 'hours', 'results'],
  resources: ['people', 'material', 'teaching'],
  assessment: ['external', 'self'],
}
/** Columns of a plan that nobody had to fill in. */
const optional = ['number', 'execution']

/** Columns, items, sections and criteria were codes with a caption; they are fields. */
export function fieldsRaised(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document
  const { plan, application, report } = entriesIn(document)
  const columns = rowsOf(entriesIn(plan).columns)
  const hasForm = columns.some(({ code }) => code === 'form')
  const kindOf = ({ code }: Values) =>
    code === 'number' ? 'ordinal' : code === 'activity' && !hasForm ? 'activityAndForm' : code
  const column = (row: Values) => field(row, { kind: kindOf(row), required: !optional.includes(String(row.code)), of: plan })
  const section = (row: Values) => field({ ...row, asks: row.asks ?? asked[String(row.code)] ?? [] }, { of: application })
  return {
    ...entriesIn(document),
    ...withRows('plan', plan, { columns: column }),
    ...withRows('application', application, { items: (row) => field(row, { of: application }), programme: section }),
    ...withRows('report', report, { criteria: (row) => field(row, { kind: reportKind(row), of: report }) }),
  }
}

const reportKind = ({ code }: Values) => (code === 'goals' || code === 'dynamics' ? code : 'conclusion')
const rowsOf = (rows: unknown): readonly Values[] => (Array.isArray(rows) ? rows.map(entriesIn) : [])

type Turn = (row: Values) => Values
function withRows(name: string, rule: unknown, turns: Readonly<Record<string, Turn>>): Values {
  const found = entriesIn(rule)
  const turned = Object.entries(turns).flatMap(([list, turn]) =>
    Array.isArray(found[list]) ? [[list, rowsOf(found[list]).map(turn)]] : [],
  )
  return turned.length === 0 ? {} : { [name]: { ...found, ...Object.fromEntries(turned) } }
}

function field(row: Values, given: { kind?: unknown; required?: boolean; of: unknown }): Values {
  if ('kind' in row) return row
  const { code, text, title, caption, clause, ...rest } = row
  return {
    code,
    kind: given.kind ?? code,
    caption: caption ?? text ?? title,
    required: given.required ?? true,
    options: [],
    clause: clause ?? entriesIn(given.of).clause ?? [],
    ...rest,
  }
}
