import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import { oneRow } from '../../../db/one-row.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId, FileId } from '../../../kernel/types.ts'

/**
 * Whether a file belongs to an application: as evidence, as the protocol of the choice of a head, with an answer to a question, or in
 * what was once submitted. Nobody downloads by the id of a file alone.
 */
export async function isFileOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  applicationId: ApplicationId,
  fileId: FileId,
): Promise<boolean> {
  const here = sql`territory_id = ${ctx.territory.id}`
  return (
    await oneRow(
      tx,
      sql<{ found: boolean }>`select
    exists (select from application_evidence where ${here} and application_id = ${applicationId} and file_id = ${fileId})
    or exists (select from applications where ${here} and id = ${applicationId} and (protocol_file_id = ${fileId}
      or jsonb_path_exists(own, '$.* ? (@ == $file)', jsonb_build_object('file', ${fileId}::text))))
    or exists (select from information_requests r join information_request_files f using (territory_id)
      where r.territory_id = ${ctx.territory.id} and r.application_id = ${applicationId} and f.request_id = r.id and f.file_id = ${fileId})
    or exists (select from application_rounds where ${here} and application_id = ${applicationId}
      and jsonb_path_exists(snapshot, '$.**.fileId ? (@ == $file)', jsonb_build_object('file', ${fileId}::text))) as found`,
    )
  ).found
}
