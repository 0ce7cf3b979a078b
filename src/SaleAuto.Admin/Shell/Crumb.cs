namespace SaleAuto.Admin.Shell;

/// <summary>A page above the present one.</summary>
/// <param name="Caption">Its title.</param>
/// <param name="Path">Its address.</param>
public sealed record Crumb(string Caption, string Path);
