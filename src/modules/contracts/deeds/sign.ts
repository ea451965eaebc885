import { usualFiles } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import { ok } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { day, files, unseen } from '../../../kit/form/fields.ts'
import { type Happened, listOf } from '../../../kit/told.ts'
import { choice } from '../../../web/fields.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { contracts, signaturesOf } from '../case.ts'
import { paths } from '../paths.ts'
import { mayStillSign, nextSignature, signedInFuture } from '../rules.ts'

const kinds = 'PDF, DOCX, JPG или PNG, до 20 МБ'
const one = { limits: { ...usualFiles, files: 1 }, hint: kinds, accept: '.pdf,.docx,.jpg,.jpeg,.png' }

const permissions = { site: 'contract.signForSite', operator: 'contract.signForOperator' } as const

/** Writes down that one side has signed; with the second signature the contract is in force. */
export const signContract = deed(contracts, ({ one }) => nextSignature(signaturesOf(one)), {
  at: paths.contractSignatures,
  permits: 'contract.view',
  by: ({ input, can }) => permissions[input?.side ?? (can('contract.signForSite') ? 'site' : 'operator')],
  form: {
    side: unseen('Сторона', choice('сторону', ['site', 'operator'])),
    signedOn: day('Когда подписан на бумаге', { what: 'день подписания' }),
    file: files('Подписанный лист', { ...one, hint: `${kinds}; можно приложить позже` }),
  },
  begins: ({ ctx }) => ({ signedOn: ctx.today }),
  lacks: ({ one, input }) => mayStillSign(signaturesOf(one), input?.side),
  rule: ({ input, ctx }) => signedInFuture(input.signedOn, ctx.today),
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
  ask: { button: 'Записать подпись' },
})

/** Puts the scan of the signed paper to a contract, or a better one in its place. */
export const addScan = deed(contracts, 'addScan', {
  at: paths.contractScans,
  permits: 'contract.edit',
  anyStanding: true,
  elsewhere: { rule: 'contract.scanTooEarly', field: 'scan' },
  form: { scan: files('Подписанный лист целиком', { ...one, needed: 'contract.scanMissing' }) },
  also: async (tx, { ctx, files }) => ok((await storeFiles(tx, ctx, files))[0]!),
  set: ({ made }) => ({ fileId: made }),
  fact: ({ files }) => ({ kind: 'contract.scanAdded', facts: { name: files[0]!.name } }),
  done: 'Подписанный лист приложен',
  ask: {
    title: ({ one }) => (one.fileId ? 'Заменить подписанный лист' : 'Приложить подписанный лист'),
    folded: true,
    button: 'Приложить',
    kind: 'secondary',
  },
})
