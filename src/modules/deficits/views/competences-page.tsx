import { checkboxes, type Fields, optionalArea } from '../../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { nb } from '../../../ui/content.ts'
import { Sheet, Stack } from '../../../ui/frame.ts'
import { chosenIds } from '../../../web/fields.ts'
import type { Answer, PageRequest } from '../../../web/route.ts'
import { frameworkOf, groupNames, groups } from '../framework.ts'
import { paths } from '../paths.ts'
import { ownFramework } from '../store.ts'
import { deficitsHere } from '../whether.ts'
import { Ground, notHere } from './parts.tsx'

/** Which rows are not offered, and rows to add. */
export const competencesForm = {
  closed: checkboxes<string>('Больше не предлагать', chosenIds('строки')),
  added: optionalArea('Добавить своё', {
    what: 'строки',
    most: 8000,
    rows: 4,
    hint: 'Каждое — с новой строки. Например: развитие речи дошкольников',
  }),
} satisfies Fields

/** The framework of competences of the territory: what teachers choose from. */
export async function competencesPage({
  ctx,
  tx,
  form,
  conflict,
}: Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'>): Promise<Answer> {
  const [here, { own, editVersion }] = await Promise.all([deficitsHere(tx, ctx), ownFramework(tx, ctx)])
  if (!here.on) return notHere(ctx)
  const at = { territory: ctx.territory.code }
  const framework = frameworkOf(own)
  const title = 'Перечень компетенций'
  const rows = groups.flatMap((group) =>
    framework.filter((one) => one.group === group).map(({ id, label }) => ({ value: id, label, more: groupNames[group] })),
  )
  const body = (
    <FormPage
      {...{ title, form }}
      way={[{ href: paths.deficits(at), label: 'Дефициты' }]}
      more="Из чего педагоги выбирают, чему хотят научиться"
      outcome="Перечень не сохранён"
      conflict={conflict && { of: competencesForm, theirs: {}, what: 'перечень изменил кто-то ещё' }}
      action={paths.competences(at)}
      version={editVersion}
      button="Сохранить"
      leave={{ href: paths.deficits(at), label: 'Не сохранять' }}
      sheets
    >
      <Stack>
        <Sheet>
          <p class="govuk-body">
            {nb(
              'Готовые строки наши, составлены по видам компетенций, которые принято проверять диагностикой. Что отмечено по строке раньше, сохранит её название.',
            )}
          </p>
          <Ground ctx={ctx} here={here} />
          <FormFields of={competencesForm} form={form} begins={{ closed: own.closed.join(' ') }} rows={{ closed: rows }} />
        </Sheet>
      </Stack>
    </FormPage>
  )
  return { title, section: 'deficits', body }
}
