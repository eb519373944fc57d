/**
 * Landmarks that say, by their name or their duty, in which kecamatan (or kelurahan) they lie. They steer
 * the fit; a place whose position is an estimate is left out.
 */
export const KNOWN_PLACES: readonly { landmark: string; within: string }[] = [
  { landmark: 'Kantor Kecamatan Cibeber', within: '36.72.01' },
  { landmark: 'Kantor Kecamatan Cilegon', within: '36.72.02' },
  { landmark: 'Kantor Kecamatan Pulomerak', within: '36.72.03' },
  { landmark: 'Kantor Kecamatan Ciwandan', within: '36.72.04' },
  { landmark: 'Kantor Kecamatan Jombang', within: '36.72.05' },
  { landmark: 'Kantor Kecamatan Grogol', within: '36.72.06' },
  { landmark: 'Kantor Kecamatan Purwakarta', within: '36.72.07' },
  { landmark: 'Kantor Kecamatan Citangkil', within: '36.72.08' },
  { landmark: 'Puskesmas Cibeber', within: '36.72.01' },
  { landmark: 'Puskesmas Cilegon', within: '36.72.02' },
  { landmark: 'Puskesmas Pulomerak', within: '36.72.03' },
  { landmark: 'Puskesmas Ciwandan', within: '36.72.04' },
  { landmark: 'Puskesmas Jombang', within: '36.72.05' },
  { landmark: 'Puskesmas Grogol', within: '36.72.06' },
  { landmark: 'Puskesmas Purwakarta', within: '36.72.07' },
  { landmark: 'Puskesmas Citangkil', within: '36.72.08' },
  { landmark: 'Puskesmas Citangkil II', within: '36.72.08' },
  { landmark: 'Ditpolairud Polda Banten (Suralaya)', within: '36.72.03.1004' },
  { landmark: 'PLTU Suralaya', within: '36.72.03.1004' },
  { landmark: 'TPSA Bagendung', within: '36.72.02.1001' },
  { landmark: 'Lapangan Damkar Cilegon (Kotasari)', within: '36.72.06.1001' },
  { landmark: 'PT Mitsubishi/Mitsui Chemical (Gerem)', within: '36.72.06.1004' },
  { landmark: 'PT Dow Indonesia (Gerem)', within: '36.72.06.1004' },
  { landmark: 'Pelabuhan Warnasari', within: '36.72.08.1001' },
  // Addresses give their kelurahan as Kotabumi (see the note on its postal code).
  { landmark: 'RS Krakatau Medika', within: '36.72.07.1002' },
  { landmark: 'FT Universitas Sultan Ageng Tirtayasa', within: '36.72.07.1002' },
];

/** Islands of the city and the kelurahan they go with. The coast has only the first; the others become small octagons at their landmark. */
export const ISLANDS: readonly { landmark: string; kelurahanCode: string }[] = [
  { landmark: 'Pulau Merak Besar', kelurahanCode: '36.72.03.1001' },
  { landmark: 'Pulau Merak Kecil', kelurahanCode: '36.72.03.1003' },
  { landmark: 'Pulau Pulorida', kelurahanCode: '36.72.03.1002' },
  { landmark: 'Pulau Tempurung', kelurahanCode: '36.72.03.1004' },
  { landmark: 'Pulau Ular', kelurahanCode: '36.72.04.1004' },
];
