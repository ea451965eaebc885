import type { Territory } from '../../../authz/ctx.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { paths } from '../../../web/paths.ts'

type Props = {
  territory: Pick<Territory, 'code'>
  application: { id: string; title: string; theme: string }
  canStart: boolean
  form: FormState | null
}

/** An application without a programme: begin one. */
export function StartPage({ territory, application, canStart, form }: Props) {
  const at = { territory: territory.code, application: application.id }
  return (
    <>
      <Breadcrumbs links={[{ href: paths.application(at), label: application.title }]} />
      <ErrorSummary outcome="Программа не начата" form={form} />
      <PageHead title="Программа" />
      <Sheet>
        {canStart ? (
          <Form action={paths.applicationProgramme(at)}>
            <p>
              {nb('Программу пишут по частям, в любом порядке. Потом в неё можно перенести части другой программы или файла.')}
            </p>
            <TextField form={form} name="title" label="Название программы" initial={application.theme} />
            <SubmitButton>Начать программу</SubmitButton>
          </Form>
        ) : (
          <p>Программа ещё не начата.</p>
        )}
      </Sheet>
    </>
  )
}
