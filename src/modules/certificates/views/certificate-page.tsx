import { longDate, shortDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { casePage, papersOf } from '../../../kit/case-page.tsx'
import { DeedSheets } from '../../../kit/deed-sheets.tsx'
import { nb, StateTag, SummaryList, TextLink } from '../../../ui/content.ts'
import { Notice, Sheet } from '../../../ui/frame.ts'
import { type certificates, issuers } from '../case.ts'
import { codeInGroups } from '../code-rules.ts'
import { revokePaper } from '../deeds.ts'
import { paths } from '../paths.ts'
import { stateTags } from '../texts.ts'
import { kindWords, paperName } from '../wording.ts'
import { printedRows } from './printed.tsx'

/** A paper: what it says, how it is checked, and how it is revoked. */
export const certificatePage = casePage({
  section: 'sites',
  load: async ({ site }: Parameters<typeof certificates.may>[2], { ctx }) => ({
    sees: issuers.may(ctx, 'certificate.list', site),
  }),
  crumbs: ({ ctx, site, sees }) => {
    const at = { territory: ctx.territory.code, site: site.id }
    return sees
      ? [
          { href: paths.site(at), label: site.name },
          { href: paths.certificates(at), label: 'Справки и сертификаты' },
        ]
      : [{ href: paths.my({ territory: at.territory }), label: 'Моё' }]
  },
  changed: 'Пока вы смотрели, бумагу отозвали. Прочитайте её снова',
  title: ({ one }) => paperName(one.printed),
  more: ({ one }) => fullName(one.printed.person),
  line: ({ one }) => [<StateTag {...stateTags[one.state]} />],
  tools: ({ ctx, one }) =>
    one.state === 'revoked'
      ? []
      : papersOf(kindWords[one.kind].one, (format) =>
          paths.certificatePaper({ territory: ctx.territory.code, certificate: one.id, format }),
        ),
  sheets: ({ one, ctx }) => (
    <>
      {one.state === 'revoked' && one.revokedOn && (
        <Notice tone="late" title={`Отозвана ${longDate(one.revokedOn)}`}>
          <p class="govuk-body">{nb(`Причина: ${one.revokeReason ?? ''}`)}</p>
        </Notice>
      )}
      <Sheet title="Что напечатано">
        <SummaryList rows={[{ key: 'Кому', value: fullName(one.printed.person) }, ...printedRows(one.printed)]} />
      </Sheet>
      <Sheet title="Проверка">
        <p class="govuk-body">
          {nb('Проверить бумагу может каждый, у кого она в руках: по коду в углу или по адресу ')}
          <TextLink href={paths.checkedPaper({ paper: one.code })}>{`${ctx.services.origin}${paths.checkPaper({})}`}</TextLink>
          {nb(`, код ${codeInGroups(one.code)}. Выдана ${shortDate(one.issuedOn)}.`)}
        </p>
      </Sheet>
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: ({ opened, request }) => <DeedSheets opened={opened} request={request} deeds={[revokePaper]} />,
  },
})
