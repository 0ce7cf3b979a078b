using SaleAuto.Errors;

namespace SaleAuto.Calls;

/// <summary>Moments that people name for a call.</summary>
internal static class PlannedCalls
{
    /// <summary>Passes for a moment ahead that is not too far.</summary>
    /// <exception cref="InputValidationException">It lies behind, or farther than anybody plans.</exception>
    public static void EnsureFits(DateTime? at, string field, DateTime now)
    {
        if (at <= now)
        {
            throw new InputValidationException(field, SaleAutoErrorCodes.Calls.RepeatInThePast);
        }
        if (at > now.AddDays(CallConsts.MaxRepeatDays))
        {
            throw new InputValidationException(field, SaleAutoErrorCodes.Calls.RepeatTooFar);
        }
    }
}
