import { FormPage } from '../../../kit/form/view.tsx'
import { isNeeded, type KindList, kindLists } from '../../../regulation/dictionary.ts'
import { Checkbox, type FormState, TextArea, TextField } from '../../../ui/fields.ts'
import { Sheet, Stack } from '../../../ui/frame.ts'
import { paths as everywhere } from '../../../web/paths.ts'
import type { Answer, PageRequest } from '../../../web/route.ts'
import { kindsIn, versionOf } from '../kind-rules.ts'
import { paths } from '../paths.ts'

const headings: Readonly<Record<KindList, readonly [string, string]>> = {
  organisation: ['Виды организаций', 'Например, школа-интернат'],
  people: ['Объединения людей', 'Кто ещё может подать заявку сообща, например методическое объединение'],
  person: ['Отдельные люди', 'Кто может подать заявку от себя, например учитель-наставник'],
  post: ['Виды должностей', 'Например, учитель-логопед'],
  category: ['Квалификационные категории', 'Например, педагог-наставник'],
}

/** Everything that is chosen by its kind here: the built-in rows first, under the words of the territory. */
export async function kindsPage({ ctx, form, conflict }: Pick<PageRequest, 'ctx' | 'form' | 'conflict'>): Promise<Answer> {
  const { kinds, code: territory } = ctx.territory
  const title = 'Справочники'
  const body = (
    <FormPage
      {...{ title, form }}
      way={[{ href: everywhere.regulation({ territory }), label: 'Положение' }]}
      more="Что выбирают в карточках организаций и людей и что может назвать Положение"
      outcome="Справочники не сохранены"
      conflict={conflict && { of: {}, theirs: {}, what: 'справочники изменил кто-то ещё. Ваш текст в форме, строки — уже новые' }}
      action={paths.kinds({ territory })}
      version={versionOf(kinds)}
      button="Сохранить"
      leave={{ href: everywhere.regulation({ territory }), label: 'Не сохранять' }}
      sheets
    >
      <Stack>
        {kindLists.map((list) => (
          <List list={list} kinds={kindsIn(kinds, list)} form={form} />
        ))}
      </Stack>
    </FormPage>
  )
  return { title, section: 'regulation', body }
}

type ListProps = { list: KindList; kinds: ReturnType<typeof kindsIn>; form: FormState | null }
function List({ list, kinds, form }: ListProps) {
  const [title, hint] = headings[list]
  return (
    <Sheet title={title}>
      {kinds.map((kind) => (
        <div class="pl-kind" role="group" aria-label={kind.name}>
          <TextField form={form} name={`names.${list}.${kind.code}`} label="Название" initial={kind.name} />
          {!isNeeded(kind) && (
            <Checkbox
              form={form}
              name={`closed.${list}.${kind.code}`}
              label="Больше не выбирают"
              initial={kind.closed === true}
            />
          )}
        </div>
      ))}
      <TextArea form={form} name={`added.${list}`} label="Добавить" hint={`Каждое — с новой строки. ${hint}`} rows={2} />
    </Sheet>
  )
}
