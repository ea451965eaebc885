import type { Route } from '../../web/route.ts'
import { meetings, theMeetings } from './case.ts'
import { answerNo, answerYes, callMeeting, cancelMeeting, changeMeeting, inviteOne, markAttendance } from './deeds.ts'
import { meetingList } from './list.tsx'
import { addItem, decide, dropDecision, signMinutes, writeHeard } from './minutes-deeds.ts'
import { paths } from './paths.ts'
import { editPage, newMeetingPage } from './views/form-pages.tsx'
import { meetingPage } from './views/meeting-page.tsx'

export const routes: Route[] = [
  ...meetingList.routes,
  theMeetings.page(paths.newMeeting, newMeetingPage, 'meeting.call'),
  callMeeting.route(newMeetingPage),
  meetings.page(paths.meeting, meetingPage),
  meetings.page(paths.meetingEdit, editPage, 'meeting.run'),
  changeMeeting.route(editPage),
  ...[inviteOne, answerYes, answerNo, cancelMeeting, markAttendance, writeHeard, addItem, decide, dropDecision, signMinutes].map(
    (deed) => deed.route(meetingPage),
  ),
]
