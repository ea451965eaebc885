import { SubmitButton } from '../../../ui/buttons.tsx'
import { Form } from '../../../ui/form.tsx'
import { nb } from '../../../ui/nb.ts'
import { RowList } from '../../../ui/row-list.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { paths } from '../../../web/paths.ts'
import { participationNames, participationTones } from '../texts.ts'
import type { CasePageProps } from './case-props.ts'

/** The organisations with their answers, and the people who write. */
export function People({ territory, open: { app, participants }, writers, letIn, may, form }: CasePageProps) {
  const at = { territory: territory.code, application: app.id }
  return (
    <>
      <Sheet title="Кто участвует">
        <RowList
          small
          rows={participants.map(({ id, shortName, state, isLead, remark }) => (
            <>
              <TextLink href={paths.organisation({ territory: territory.code, organisation: id })}>{shortName}</TextLink>{' '}
              <StateTag tone={participationTones[state]} word={participationNames[state]} />
              {isLead && participants.length > 1 && <span class="pl-sub">Ведущая организация</span>}
              {remark && <span class="pl-sub">{nb(remark)}</span>}
            </>
          ))}
        />
      </Sheet>
      <Sheet title="Кто пишет">
        <RowList
          small
          rows={[
            'Руководители организаций, которые участвуют',
            ...writers.map(({ id, name, isAuthor }) => (
              <>
                {nb(name)}
                {isAuthor && <span class="pl-sub">Автор заявки</span>}
                {!isAuthor && may.edit && (
                  <Form action={paths.applicationEditorRemoval({ ...at, person: id })}>
                    <SubmitButton kind="secondary" small of={name}>
                      Убрать
                    </SubmitButton>
                  </Form>
                )}
              </>
            )),
          ]}
        />
        {may.edit && letIn.length > 0 && (
          <Form action={paths.applicationEditors(at)} class="pl-gap">
            <SelectField form={form} name="personId" label="Разрешить писать" empty="Выберите" choices={letIn} />
            <SubmitButton kind="secondary">Разрешить</SubmitButton>
          </Form>
        )}
      </Sheet>
    </>
  )
}
