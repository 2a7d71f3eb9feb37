import {
  defaultRedemptionPercent,
  simulatedEventsLimit,
  simulatedRecordsLimit,
  type SimulationRequest,
} from '@afterglow/contract';
import type { Call, Handler } from '../http/call.js';
import { Refused } from '../refused.js';
import { checkComparable, checkProgram } from '../simulation/checked-programs.js';
import { readHistories } from '../simulation/histories.js';
import { openScratchClinic, takeEvents } from '../simulation/scratch-clinic.js';
import { simulate, type Simulation } from '../simulation/simulate.js';

/** Judges a history by a program before it starts. Writes nothing. */
export const createSimulation: Handler<'createSimulation'> = async (call) => {
  const { clinic, body } = call;
  const { program, redemptionPercent = defaultRedemptionPercent } = body;
  const against = body.against === 'current' ? clinic.program : body.against;
  checkProgram(program, 'program');
  if (against) {
    checkProgram(against, 'against');
    checkComparable(against, 'against', program.clinic);
  }
  return simulate({
    ...(await historyOf(call)),
    program,
    against,
    redemptionPercent,
    onProgress: letOthersRun,
  });
};

/** The events of the request, or what the clinic has recorded up to its now. */
async function historyOf(
  call: Call<'createSimulation'>,
): Promise<Pick<Simulation, 'accounts' | 'rejected' | 'until'>> {
  const { ports, clinic, body } = call;
  if (body.history) return takenHistory(call, body.history);

  checkComparable(body.program, 'program', clinic.program.clinic);
  const accounts = await readHistories(ports.store.reader, clinic.id, simulatedRecordsLimit);
  if (!accounts)
    throw new Refused('simulation_too_large', {
      detail: `The clinic has recorded more than ${simulatedRecordsLimit} events and decisions. Run afterglow simulate --clinic beside the database; it has no limit.`,
      details: { limit: simulatedRecordsLimit },
    });
  return { accounts, until: clinic.now };
}

async function takenHistory(
  { ports, clinic, body }: Call<'createSimulation'>,
  { events }: NonNullable<SimulationRequest['history']>,
): Promise<Pick<Simulation, 'accounts' | 'rejected'>> {
  if (events.length > simulatedEventsLimit)
    throw new Refused('too_many_events', {
      detail: `${events.length} events came; send at most ${simulatedEventsLimit} in one request.`,
      param: 'history.events',
      details: { limit: simulatedEventsLimit },
    });
  const scratch = await openScratchClinic(ports, body.program, clinic.now, letOthersRun);
  return takeEvents(scratch, events);
}

/** Gives the thread away for a moment, so that one large simulation holds up nobody else. */
const letOthersRun = () => new Promise<void>((resolve) => void setTimeout(resolve));
