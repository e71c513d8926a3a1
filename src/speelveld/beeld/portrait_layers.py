"""The layers of a portrait, from behind to in front."""

GROUND, CHAIR, BEHIND, BODY, WORN, NECK, OVER_NECK, HEAD, ON_FACE, ON_HEAD, IN_FRONT, LAP, WHEEL, RIM = range(14)
