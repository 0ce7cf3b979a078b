namespace SaleAuto.Admin.Account;

/// <summary>Demo accounts shown on the sign-in page; registered in Development only.</summary>
/// <param name="UserNames">Names for signing in.</param>
/// <param name="Password">Password of each.</param>
public sealed record DemoSignIn(IReadOnlyList<string> UserNames, string Password);
