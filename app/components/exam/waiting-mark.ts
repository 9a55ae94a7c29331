import { deviceMarks } from "../device-marks";

/** The attempts whose answers may wait on this device. */
export const attemptMarks = deviceMarks("cau-noi-exam");
