import { keysOf } from '../../kernel/records.ts'
import { schemaOf } from '../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../kit/form/view.tsx'
import { Sheet, Stack } from '../../ui/frame.ts'
import { paths as everywhere } from '../../web/paths.ts'
import { type Answer, formAt, type PageRequest, type Route } from '../../web/route.ts'
import { changeKinds } from './commands/change-kinds.ts'
import { changeSettings } from './commands/change-settings.ts'
import { fields, fieldsAbout, kindsForm, writtenAs } from './forms.ts'
import { allSettings, chosenIn, headings } from './model.ts'
import { paths } from './paths.ts'
import { chosenOf } from './queries.ts'
import { kindsPage } from './views/kinds-page.tsx'

const section = 'regulation' as const
const title = 'Настройки центра'

/** Everything the product sets by itself here, in one form. */
async function settingsPage({ ctx, tx, form, conflict }: Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'>): Promise<Answer> {
  const { chosen, editVersion } = await chosenOf(tx, ctx)
  const begins = Object.fromEntries(allSettings.map((one) => [one.key, writtenAs(chosenIn(chosen, one))]))
  const regulation = everywhere.regulation({ territory: ctx.territory.code })
  const body = (
    <FormPage
      {...{ title, form }}
      way={[{ href: regulation, label: 'Положение' }]}
      more="То, чего Положение не говорит и что система делает сама"
      outcome="Настройки не сохранены"
      conflict={conflict && { of: fields, theirs: begins, what: 'настройки изменил кто-то ещё' }}
      action={paths.settings({ territory: ctx.territory.code })}
      version={editVersion}
      button="Сохранить"
      leave={{ href: regulation, label: 'Не сохранять' }}
      sheets
    >
      <Stack>
        {keysOf(headings).map((about) => (
          <Sheet title={headings[about]}>
            <FormFields of={fieldsAbout(about)} form={form} begins={begins} />
          </Sheet>
        ))}
      </Stack>
    </FormPage>
  )
  return { title, section, body }
}

export const routes: Route[] = [
  ...formAt(paths.settings, {
    permits: 'settings.edit',
    form: schemaOf(fields),
    act: ({ ctx, form, version }) => changeSettings(ctx, { version, values: form }),
    next: ({ params }) => ({ to: paths.settings(params), notice: 'Настройки сохранены' }),
    page: settingsPage,
  }),
  ...formAt(paths.kinds, {
    permits: 'settings.edit',
    form: kindsForm,
    act: ({ ctx, form, version }) => changeKinds(ctx, { version, typed: form }),
    next: ({ params }) => ({ to: paths.kinds(params), notice: 'Справочники сохранены' }),
    page: kindsPage,
  }),
]
