namespace SaleAuto.Calls;

/// <summary>Bounds of calls.</summary>
public static class CallConsts
{
    /// <summary>Longest note of a call.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>How far ahead a repeat call may be put off, days.</summary>
    public const int MaxRepeatDays = 60;
}
