namespace SaleAuto.Sandbox.Telegram;

/// <summary>Marks the texts of the chat window.</summary>
public sealed class SandboxTelegramTexts;
