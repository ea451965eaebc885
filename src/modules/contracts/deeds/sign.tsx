import { z } from 'zod'
import { usualFiles } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { ok } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { type Happened, listOf } from '../../../kit/told.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { choice, day } from '../../../web/fields.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { contracts, signaturesOf } from '../case.ts'
import type { Side } from '../model.ts'
import { paths } from '../paths.ts'
import { nextSignature, signing } from '../rules.ts'

const limits = { ...usualFiles, files: 1 }
const kinds = { hint: 'PDF, DOCX, JPG или PNG, до 20 МБ', accept: '.pdf,.docx,.jpg,.jpeg,.png' }

export const permissions = { site: 'contract.signForSite', operator: 'contract.signForOperator' } as const

/** Writes down that one side has signed; with the second signature the contract is in force. */
export const signContract = deed(contracts, ({ one }) => nextSignature(signaturesOf(one)), {
  at: paths.contractSignatures,
  permits: 'contract.view',
  by: ({ input, can }) => permissions[input?.side ?? (can('contract.signForSite') ? 'site' : 'operator')],
  form: z.object({ side: choice('сторону', ['site', 'operator']), signedOn: day('день подписания') }),
  files: { field: 'file', limits },
  rule: ({ one, input, ctx }) =>
    signing({ signatures: signaturesOf(one), state: one.state }, input.side, input.signedOn, ctx.today),
  also: async (tx, { ctx, files }) => ok((await storeFiles(tx, ctx, files))[0] ?? null),
  set: ({ input: { side, signedOn }, ctx: { actor }, made }) => ({
    ...(side === 'site'
      ? { siteSignedBy: actor.personId, siteSignedOn: signedOn }
      : { operatorSignedBy: actor.personId, operatorSignedOn: signedOn }),
    ...(made ? { fileId: made } : {}),
  }),
  tell: ({ now, site }) =>
    now.state === 'inForce'
      ? {
          kind: 'contract.inForce',
          to: [peopleOfSite, officeOf],
          params: { site: site.name, number: now.number ?? '', to: now.endsOn },
        }
      : null,
  fact: ({ now, input: { side, signedOn }, ctx, files }): Happened[] => [
    { kind: 'contract.signed', facts: { side, on: signedOn, person: ctx.actor.name } },
    ...files.map(({ name }): Happened => ({ kind: 'contract.scanAdded', facts: { name } })),
    ...listOf<Happened>(
      now.state === 'inForce'
        ? { kind: 'contract.inForce', facts: { number: now.number, from: now.startsOn, to: now.endsOn } }
        : null,
    ),
  ],
  done: ({ one }) => (one.state === 'inForce' ? 'Подписали обе стороны: договор вступил в силу' : 'Подпись записана'),
  ask: {
    fields: ({ form, ctx }) => (
      <>
        <DateField form={form} name="signedOn" label="Когда подписан на бумаге" initial={shortDate(ctx.today)} />
        <FileField form={form} name="file" label="Подписанный лист" {...kinds} hint={`${kinds.hint}; можно приложить позже`} />
      </>
    ),
    button: 'Записать подпись',
  },
})

/** How the sheet of each side reads. */
export const sideSheets: Readonly<Record<Side, { title: string; button: string; chosen: { side: Side } }>> = {
  site: { title: 'Подпись площадки', button: 'Записать подпись площадки', chosen: { side: 'site' } },
  operator: { title: 'Подпись оператора', button: 'Записать подпись оператора', chosen: { side: 'operator' } },
}

/** Puts the scan of the signed paper to a contract, or a better one in its place. */
export const addScan = deed(contracts, 'addScan', {
  at: paths.contractScans,
  permits: 'contract.edit',
  anyStanding: true,
  elsewhere: { rule: 'contract.scanTooEarly', field: 'scan' },
  files: { field: 'scan', limits, needed: 'contract.scanMissing' },
  also: async (tx, { ctx, files }) => ok((await storeFiles(tx, ctx, files))[0]!),
  set: ({ made }) => ({ fileId: made }),
  fact: ({ files }) => ({ kind: 'contract.scanAdded', facts: { name: files[0]!.name } }),
  done: 'Подписанный лист приложен',
  ask: {
    title: ({ one }) => (one.fileId ? 'Заменить подписанный лист' : 'Приложить подписанный лист'),
    folded: true,
    fields: ({ form }) => <FileField form={form} name="scan" label="Подписанный лист целиком" {...kinds} />,
    button: 'Приложить',
    kind: 'secondary',
  },
})
