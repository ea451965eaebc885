import { z } from 'zod'
import type { CallId, OrganisationId, PersonId } from '../../kernel/types.ts'
import { initiators } from '../../regulation/kinds.ts'
import { checked, choice, chosenId, optionalDay, optionalId, optionalText } from '../../web/fields.ts'

export const emptyForm = z.object({})

export const startForm = z.object({
  callId: optionalId<CallId>('приём заявок'),
  initiator: choice('от чьего имени начинаете заявку', initiators),
  organisationId: chosenId<OrganisationId>('организацию'),
  theme: optionalText('тему', 500),
})

export const themeForm = z.object({
  theme: optionalText('тему', 500),
  direction: optionalText('направление', 500),
  wantedFrom: optionalDay('первый день статуса'),
  wantedTo: optionalDay('последний день статуса'),
})

export const headForm = z.object({ personId: chosenId<PersonId>('человека') })

export const protocolForm = z.object({
  number: optionalText('номер протокола', 50),
  on: optionalDay('дата протокола'),
})

export const adviserForm = z.object({
  name: optionalText('имя научного руководителя', 200),
  post: optionalText('должность и место работы', 500),
  nobody: checked(),
})

/** A draft keeps what is typed, an unfinished address of mail too. */
export const organisationForm = z.object({
  charterName: optionalText('полное название', 1000),
  legalAddress: optionalText('юридический адрес', 500),
  phone: optionalText('телефон', 100),
  fax: optionalText('факс', 100),
  email: optionalText('почту', 200),
  headName: optionalText('руководителя', 300),
  share: optionalText('что делает организация', 3000),
})

export const invitationForm = z.object({ organisationId: chosenId<OrganisationId>('организацию') })

export const participationForm = z.object({
  decision: choice('участвует ли организация', ['confirm', 'decline']),
  reason: optionalText('причину', 1000),
})

export const voteForm = z.object({
  candidateId: chosenId<PersonId>('кандидата'),
  choice: choice('как голосует организация', ['for', 'against', 'abstained']),
})

export const editorForm = z.object({ personId: chosenId<PersonId>('человека') })

export const withdrawalForm = z.object({ reason: optionalText('причину', 1000) })
