import { longDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import { nb, RowList, Second, TextLink } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { Columns, PageFrame, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paper } from '../../../web/paper.ts'
import { paths as links } from '../../../web/paths.ts'
import { type Answer, notFound, type PageRequest } from '../../../web/route.ts'
import { namesOf } from '../../people/name-queries.ts'
import { evidenceDocument } from '../evidence-document.ts'
import { ownEvidence } from '../evidence-queries.ts'
import { hoursOf } from '../evidence-rules.ts'
import { paths } from '../paths.ts'

/** What one may show of the pairs one led: made in one press, by the person alone. */
export async function evidencePage({ ctx, tx, form }: Pick<PageRequest, 'ctx' | 'tx' | 'form'>): Promise<Answer> {
  const at = { territory: ctx.territory.code }
  const made = await ownEvidence(tx, ctx)
  const title = 'Подтвердить работу наставником'
  const body = (
    <PageFrame way={[{ href: links.my(at), label: 'Моё' }]} title={title} outcome="Бумага не сделана" form={form}>
      <Columns kind="form">
        <Sheet title="Новая бумага">
          <p class="govuk-body">
            {nb(
              'На бумаге будут ваши пары на сегодня: цели, сроки, дни встреч, часы и итоги, без имён тех, кто учился. По коду её проверит любой, кому вы её покажете: имя там — первыми буквами. Видите её только вы.',
            )}
          </p>
          <Form action={paths.pairEvidence(at)}>
            <SubmitButton>Сделать бумагу</SubmitButton>
          </Form>
        </Sheet>
        {made.length > 0 && (
          <Sheet title="Ваши бумаги">
            <RowList
              rows={made.map(({ id, issuedOn, printed: { pairs } }) => (
                <>
                  <strong>{longDate(issuedOn)}</strong>
                  <Second>{`${counted(pairs.length, 'пара', 'пары', 'пар')}, академических часов — ${hoursOf(pairs)}`}</Second>
                  <Second>
                    <TextLink href={paths.pairEvidencePaper({ ...at, mentorPaper: id, format: 'pdf' })}>Скачать .pdf</TextLink>{' '}
                    <TextLink href={paths.pairEvidencePaper({ ...at, mentorPaper: id, format: 'docx' })}>Скачать .docx</TextLink>
                  </Second>
                </>
              ))}
            />
          </Sheet>
        )}
      </Columns>
    </PageFrame>
  )
  return { title, section: 'pairs', body }
}

/** One's own paper, to take away. */
export async function evidencePaper({
  ctx,
  tx,
  params,
}: Pick<PageRequest<typeof paths.pairEvidencePaper.pattern>, 'ctx' | 'tx' | 'params'>): Promise<Answer> {
  const [made, names] = await Promise.all([ownEvidence(tx, ctx), namesOf(tx, ctx, [ctx.actor.personId])])
  const found = made.find(({ id }) => id === params.mentorPaper)
  const name = names.get(ctx.actor.personId)
  return found && name ? paper(evidenceDocument(found, fullName(name), ctx.services.origin), params.format) : notFound
}
