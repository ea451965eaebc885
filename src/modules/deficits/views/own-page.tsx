import { FormFields } from '../../../kit/form/view.tsx'
import { nb } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { Columns, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths as everywhere } from '../../../web/paths.ts'
import type { Answer, PageRequest } from '../../../web/route.ts'
import { choicesOf, namingFields } from '../forms.ts'
import { paths } from '../paths.ts'
import { deficitsOf, frameworkHere } from '../store.ts'
import { whoSees } from '../texts.ts'
import { deficitsHere } from '../whether.ts'
import { DeficitRows, Ground, notHere } from './parts.tsx'

/** One's own: what one names in a minute, what is open, what has been made good. (T-32) */
export async function ownPage({ ctx, tx, form }: Pick<PageRequest, 'ctx' | 'tx' | 'form'>): Promise<Answer> {
  const [here, framework, rows] = await Promise.all([
    deficitsHere(tx, ctx),
    frameworkHere(tx, ctx),
    deficitsOf(tx, ctx, ctx.actor.personId),
  ])
  if (!here.on) return notHere(ctx)
  const at = { territory: ctx.territory.code }
  const [open, closed] = [rows.filter(({ state }) => state === 'open'), rows.filter(({ state }) => state === 'closed')]
  const title = 'Мои профессиональные дефициты'
  const body = (
    <PageFrame
      way={[{ href: everywhere.my(at), label: 'Моё' }]}
      title={title}
      more="Чему хотите научиться. Одна минута"
      outcome="Ничего не записано"
      form={form}
    >
      <Columns kind="side">
        <Sheet title="Назвать">
          <Form action={paths.ownDeficits(at)} guard>
            <FormFields of={namingFields(framework)} form={form} rows={choicesOf(framework)} />
            <SubmitButton>Записать</SubmitButton>
          </Form>
        </Sheet>
        <Stack label="Что уже названо">
          {open.length > 0 && (
            <Sheet title="Открыты">
              <DeficitRows {...{ ctx, framework }} rows={open} />
            </Sheet>
          )}
          {closed.length > 0 && (
            <Sheet title="Закрыты">
              <DeficitRows {...{ ctx, framework }} rows={closed} />
            </Sheet>
          )}
          <Sheet title="Кто это видит">
            <p class="govuk-body">{nb(whoSees)}</p>
            <Ground ctx={ctx} here={here} />
          </Sheet>
        </Stack>
      </Columns>
    </PageFrame>
  )
  return { title, section: 'my', body }
}
