import { DeedForm, DeedSheet, variant } from '../../../kit/deed-sheets.tsx'
import { hostKinds, jointBasis, mayShareSite } from '../../../regulation/hosts/questions.ts'
import { nb, RowLink, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { askedFor, type FoundRows } from '../../../ui/fields.ts'
import { Columns, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { seeOther } from '../../../web/route.ts'
import { organisationsToChoose } from '../../organisations/choice-queries.ts'
import { inviteOrganisation, removeOrganisation } from '../deeds/together.ts'
import type { Participant } from '../model.ts'
import { participationNames, participationTones, sectionNames } from '../texts.ts'
import { SectionFrame, type SectionShown, sectionPage } from './section-pages.tsx'

/** The organisations of an application: what is written of each, who has confirmed, whom else to ask; a regulation without common sites has one, whose page it is. (R-A1, R-41) */
export const organisationsPage = sectionPage('organisations', async (shown) => {
  const { open, request, at, basis } = shown
  const { participants, regulation } = open
  const isJoint = mayShareSite(regulation, 2).ok
  const [lead] = participants
  if (!isJoint && participants.length === 1 && request.form === null && lead)
    return seeOther(paths.applicationOrganisation({ ...at, organisation: lead.id }))
  const rows = isJoint && { organisationId: await toInvite(shown) }
  const removal = ({ id, shortName }: Participant) => variant(removeOrganisation, { chosen: { organisation: id }, of: shortName })
  const body = (
    <SectionFrame
      {...shown}
      basis={isJoint ? jointBasis(regulation) : basis}
      title="Организации"
      more={
        isJoint
          ? 'Одну площадку могут вести несколько организаций по общей программе. Каждая подтверждает участие сама.'
          : 'Сведения об организации для заявки.'
      }
      clash={null}
    >
      <Stack>
        <Sheet flush>
          <Table
            caption="Организации заявки"
            rows={participants}
            columns={[
              {
                title: 'Организация',
                cell: ({ id, shortName, isLead }) => (
                  <RowLink
                    href={paths.applicationOrganisation({ ...at, organisation: id })}
                    name={shortName}
                    more={isLead ? 'Ведущая' : undefined}
                  />
                ),
              },
              {
                title: 'Участие',
                cell: ({ state, remark }) => (
                  <>
                    <StateTag tone={participationTones[state]} word={participationNames[state]} />
                    {remark && <span class="pl-sub">{nb(remark)}</span>}
                  </>
                ),
              },
              {
                title: 'Убрать',
                quiet: true,
                cell: (one) => !one.isLead && <DeedForm deed={removal(one)} opened={open} request={request} />,
              },
            ]}
          />
        </Sheet>
        {rows && (
          <Columns kind="form">
            <DeedSheet deed={inviteOrganisation} opened={open} request={request} rows={rows} />
          </Columns>
        )}
        <p>
          <TextLink href={paths.application(at)}>Вернуться к заявке</TextLink>
        </p>
      </Stack>
    </SectionFrame>
  )
  return { title: sectionNames.organisations, section: 'applications', body }
})

async function toInvite({ open: { participants, regulation }, request: { ctx, tx, form } }: SectionShown): Promise<FoundRows> {
  const known = new Set<string>(participants.map(({ id }) => id))
  const found = await organisationsToChoose(tx, ctx, { ...askedFor(form, 'organisationId'), kinds: hostKinds(regulation).value })
  return { ...found, choices: found.choices.filter(({ value }) => !known.has(value)) }
}
