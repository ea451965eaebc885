import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  traineeships: path('/t/:territory/traineeships'),
  siteTrainees: path('/t/:territory/sites/:site/trainees'),
  newTraineeship: path('/t/:territory/sites/:site/trainees/new'),
  siteTraineeRequests: path('/t/:territory/sites/:site/trainees/requests'),
  siteTraineeOffers: path('/t/:territory/sites/:site/trainees/offers'),
  siteTraineesSent: path('/t/:territory/sites/:site/trainees/sent'),
  traineeship: path('/t/:territory/traineeships/:traineeship'),
  traineeshipAnswer: path('/t/:territory/traineeships/:traineeship/answer'),
  traineeshipAdmission: path('/t/:territory/traineeships/:traineeship/admission'),
  traineeshipRefusal: path('/t/:territory/traineeships/:traineeship/refusal'),
  traineeshipEdit: path('/t/:territory/traineeships/:traineeship/edit'),
  traineeshipStart: path('/t/:territory/traineeships/:traineeship/start'),
  traineeshipFinish: path('/t/:territory/traineeships/:traineeship/finish'),
  traineeshipLeaving: path('/t/:territory/traineeships/:traineeship/leaving'),
  traineePlans: path('/t/:territory/sites/:site/trainees/plans/:programme'),
  traineesPaper: path('/t/:territory/sites/:site/trainees/paper/:format'),
  traineeshipProgramme: path('/t/:territory/traineeships/:traineeship/programme'),
  traineeshipProgrammePaper: path('/t/:territory/traineeships/:traineeship/programme/:format'),
  traineeshipLetters: path('/t/:territory/traineeships/:traineeship/letters'),
  traineeshipMarks: path('/t/:territory/traineeships/:traineeship/marks'),
  traineeshipPlanPaper: path('/t/:territory/traineeships/:traineeship/plan/:format'),
  traineeshipRelease: path('/t/:territory/traineeships/:traineeship/release/:format'),
  traineeshipTransfer: path('/t/:territory/traineeships/:traineeship/transfer'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    traineeships: true
  }
}

export const paths = open(own)
