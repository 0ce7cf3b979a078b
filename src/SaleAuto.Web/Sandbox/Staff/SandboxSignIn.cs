using Microsoft.AspNetCore.Http.HttpResults;
using SaleAuto.Admin.Account;
using SaleAuto.Demo;
using SaleAuto.Errors;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Sandbox.Staff;

/// <summary>Plays the person who confirms a sign-in in Telegram, and tells the demo accounts on the sign-in page.</summary>
public static class SandboxSignIn
{
    /// <summary>Shows the demo accounts on the sign-in page, where there are demo rows at all.</summary>
    public static IServiceCollection AddDemoSignIn(this IServiceCollection services, IConfiguration configuration) =>
        configuration.GetValue("Demo:Enabled", true)
            ? services.AddSingleton(new DemoSignIn([.. DemoStaff.All.Select(x => x.UserName)], DemoStaff.Password))
            : services;

    /// <summary>Maps the page and its answer; programs post JSON-free forms too.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development: anybody could become anybody.</exception>
    public static IEndpointRouteBuilder MapSandboxSignIn(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException("The sandbox sign-in belongs to the Development environment only.");
        }
        var sandbox = endpoints.MapGroup("/sandbox/signin").AllowAnonymous().ExcludeFromDescription();
        sandbox.MapGet("", (string? code) => new RazorComponentResult<SandboxSignInPage>(new { Code = code }));
        sandbox.MapPost("", AnswerAsync);
        return endpoints;
    }

    private static async Task<RazorComponentResult<SandboxSignInPage>> AnswerAsync(HttpContext http, ISignInConfirmation confirmation, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var code = form["code"].ToString();
        try
        {
            var chat = long.TryParse(form["chat"], out var id) ? id : 0;
            await confirmation.AnswerAsync(chat, code, form["answer"] == "yes", cancellationToken);
            return new RazorComponentResult<SandboxSignInPage>(new { Code = code, IsAnswered = true });
        }
        catch (BusinessException)
        {
            return new RazorComponentResult<SandboxSignInPage>(new { Code = code, IsRefused = true }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }
}
