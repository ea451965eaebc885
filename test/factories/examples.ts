import type { FreshDatabase } from '../database.ts'

/** One id for every parameter of the addresses, from a loaded territory: what the generated tests fill addresses with. */
export async function examples({ adminPool }: Pick<FreshDatabase, 'adminPool'>, code: string): Promise<Record<string, string>> {
  const one = async (table: string, column = 'id', where = 'true') => {
    const { rows } = await adminPool.query<{ id: string }>(
      `select ${column} as id from ${table} where territory_id = (select id from territories where code = $1) and ${where} order by ${column} limit 1`,
      [code],
    )
    return rows[0]?.id
  }
  const programme = await one('programmes')
  const found: Record<string, string | undefined> = {
    organisation: await one('organisations'),
    person: await one('people'),
    post: await one('posts'),
    order: await one('orders'),
    assignment: await one('assignments'),
    site: await one('sites'),
    appointment: await one('appointments'),
    plan: await one('plans'),
    line: await one('plan_lines', 'line_key'),
    days: await one('calendar_days'),
    proposal: await one('plan_proposals'),
    event: await one('events'),
    traineeship: await one('traineeships'),
    group: await one('working_groups'),
    meeting: await one('meetings'),
    decision: await one('meeting_decisions'),
    pair: await one('pairs'),
    mentorPaper: await one('pair_evidence'),
    adaptation: await one('adaptations'),
    run: await one('certificate_runs'),
    certificate: await one('certificates'),
    paper: await one('certificates', 'code'),
    tryout: await one('tryouts'),
    deficit: await one('deficits'),
    route: await one('learning_routes'),
    report: await one('reports'),
    file: await one('files'),
    contract: await one('contracts'),
    case: await one('status_cases'),
    call: await one('calls'),
    programme,
    topic: programme && (await one('programme_versions', "(content->'topics'->0->>'id')", `programme_id = '${programme}'`)),
    import: await one('programme_imports'),
    application: await one('applications'),
    submission: await one('operator_submissions'),
    request: await one('information_requests'),
    evidence: await one('application_evidence'),
    expert: await one('experts'),
    review: await one('reviews'),
    protocol: await one('review_protocols'),
    edition: await one('regulations'),
  }
  const known = Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    territory: code,
    format: 'pdf',
    part: 'note',
    page: 'status',
    rule: 'term',
    clause: '1.1',
    example: 'host',
    exception: '1',
    code: 'main',
    ...Object.fromEntries(known),
  }
}
