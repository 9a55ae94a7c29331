/** The covered bridge, large: the picture of the login page and the watermark of the certificate. */
export function BridgeArt({ roof = "currentColor" }: { roof?: string }) {
  return (
    <svg className="bridge-art" viewBox="0 0 600 396" aria-hidden="true" focusable="false">
      <path
        stroke={roof}
        strokeWidth="11"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M34 182 284 97Q300 91.5 316 97L566 182"
      />
      <path
        strokeWidth="2.5"
        d="M75 178.5V243.6M112.5 165.8V236.4M150 153V230.5M187.5 140.3V225.9M225 127.5V222.6M262.5 114.8V220.7M300 102V220M337.5 114.8V220.7M375 127.5V222.6M412.5 140.3V225.9M450 153V230.5M487.5 165.8V236.4M525 178.5V243.6M0 240Q300 156 600 240"
      />
      <path
        fill="currentColor"
        stroke="none"
        fillRule="evenodd"
        d="M0 262Q300 178 600 262V312H0ZM55 312V305a50 50 0 0 1 100 0V312ZM230 312V300a70 70 0 0 1 140 0V312ZM445 312V305a50 50 0 0 1 100 0V312Z"
      />
      <path
        strokeWidth="2.5"
        strokeLinecap="round"
        opacity=".5"
        d="M0 326H120M150 326H420M470 326H600M40 344H210M260 344H350M390 344H560M110 362H300M430 362H520M180 380H380"
      />
    </svg>
  );
}
