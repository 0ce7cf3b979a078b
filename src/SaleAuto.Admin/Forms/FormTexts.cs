namespace SaleAuto.Admin.Forms;

/// <summary>Marks the texts of forms and action dialogs: <c>FormTexts.resx</c> in Russian, <c>FormTexts.en.resx</c> in English.</summary>
public sealed class FormTexts;
