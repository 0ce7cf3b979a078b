namespace SaleAuto.Sandbox.Staff;

/// <summary>Marks the texts of the sandbox sign-in.</summary>
public sealed class SandboxStaffTexts;
