import { deviceMarks } from "../device-marks";

/** The drafts that may wait on this device, each as "<address that takes it> <its name>". */
export const draftMarks = deviceMarks("cau-noi-drafts");
