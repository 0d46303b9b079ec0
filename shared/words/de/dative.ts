// After “in”: `6 Tage 4 h` -> `6 Tagen 4 h`
export const dative = (left: string): string => left.replace(/ Tage\b/, ' Tagen');
