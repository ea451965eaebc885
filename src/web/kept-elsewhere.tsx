import { nb } from '../ui/content.ts'
import { Form } from '../ui/fields.ts'
import { Empty, SubmitButton } from '../ui/frame.ts'
import { paths } from './paths.ts'
import type { Page } from './route.ts'

/** A kept form that is not of the account signed in, or no longer kept: nothing tells which. */
export const keptElsewhere = (address: string): Page => ({
  title: 'Этой формы здесь нет',
  status: 404,
  body: (
    <Empty
      picture="lock"
      title="Этой формы здесь нет"
      alone
      actions={
        <Form action={paths.signOut({})} plain>
          <input type="hidden" name="next" value={address} />
          <SubmitButton>Выйти и войти под другим именем</SubmitButton>
        </Form>
      }
    >
      <p class="govuk-body">
        {nb('Её заполнял человек, который входил под другим именем, или прошло больше суток. Ничего не записано.')}
      </p>
      <p class="govuk-body">{nb('Набранное откроется только тому, кто его набрал.')}</p>
    </Empty>
  ),
})
