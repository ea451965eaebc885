import type { ThingRequest } from '../../kit/thing.ts'
import type { Route } from '../../web/route.ts'
import { meetings, type OpenMeeting, theMeetings } from './case.ts'
import { answerNo, answerYes, callMeeting, cancelMeeting, changeMeeting, inviteOne, markAttendance, nameChair } from './deeds.ts'
import { extractDocument, invitationDocument, minutesDocument } from './document.ts'
import { meetingList } from './list.tsx'
import { addItem, decide, dropDecision, signMinutes, writeHeard } from './minutes-deeds.ts'
import { headingOf } from './paper.ts'
import { paths } from './paths.ts'
import { editPage, newMeetingPage } from './views/form-pages.tsx'
import { meetingPage } from './views/meeting-page.tsx'

/** What a paper is made from. */
const given = async (opened: OpenMeeting, { ctx, tx }: ThingRequest) => ({
  opened,
  of: await headingOf(tx, ctx, opened),
  zone: ctx.territory,
})

export const routes: Route[] = [
  ...meetingList.routes,
  theMeetings.page(paths.newMeeting, newMeetingPage, 'meeting.call'),
  callMeeting.route(newMeetingPage),
  meetings.page(paths.meeting, meetingPage),
  meetings.page(paths.meetingEdit, editPage, 'meeting.run'),
  changeMeeting.route(editPage),
  meetings.papers(paths.meetingPaper, async (opened, request) => invitationDocument(await given(opened, request))),
  meetings.papers(paths.meetingMinutes, async (opened, request) => {
    const { state } = opened.one
    return state === 'held' || state === 'minutesSigned' ? minutesDocument(await given(opened, request)) : null
  }),
  meetings.papers(paths.meetingExtract, async (opened, request) => {
    const decision = opened.decisions.find(({ id }) => id === request.params.decision)
    return decision ? extractDocument(await given(opened, request), decision) : null
  }),
  ...[
    inviteOne,
    nameChair,
    answerYes,
    answerNo,
    cancelMeeting,
    markAttendance,
    writeHeard,
    addItem,
    decide,
    dropDecision,
    signMinutes,
  ].map((deed) => deed.route(meetingPage)),
]
