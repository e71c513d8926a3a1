import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Lines "flavour TAB file" in, lines "flavour TAB file TAB outcome" out, where the outcome is "rules N checks M" or
 * "broken TAB clause-test TAB rule TAB place", once for each rule that is broken.
 *
 * The jar holds the veraPDF engine without its command line and without JAXB, so the profiles are read as plain XML.
 */
public class VeraPdf {
    private static final int MOST_FAILURES = 5000;

    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new HashMap<>();
        // The engine keeps what it knows of a file per thread.
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        Map<String, Future<List<String>>> answers = new LinkedHashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String id = line.substring(0, line.indexOf('\t'));
            File file = new File(line.substring(line.indexOf('\t') + 1));
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
            if (!profiles.containsKey(id)) {
                profiles.put(id, profile(flavour));
            }
            ValidationProfile profile = profiles.get(id);
            answers.put(line, threads.submit(() -> validate(profile, flavour, file)));
        }
        threads.shutdown();
        for (Map.Entry<String, Future<List<String>>> answer : answers.entrySet()) {
            for (String outcome : answer.getValue().get()) {
                out.println(answer.getKey() + "\t" + outcome);
            }
        }
    }

    private static List<String> validate(ValidationProfile profile, PDFAFlavour flavour, File file) {
        List<String> outcomes = new ArrayList<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
            ValidationResult result =
                ValidatorFactory.createValidator(profile, MOST_FAILURES, false, true, false).validate(parser);
            outcomes.add("rules " + profile.getRules().size() + " checks " + result.getTotalAssertions());
            Set<String> told = new HashSet<>();
            for (TestAssertion found : result.getTestAssertions()) {
                String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
                if (found.getStatus() == TestAssertion.Status.FAILED && told.add(rule)) {
                    String place = found.getLocation() == null ? "" : found.getLocation().getContext();
                    outcomes.add("broken\t" + rule + "\t" + flat(found.getMessage()) + "\t" + flat(place));
                }
            }
        } catch (Exception error) {
            outcomes.add("broken\tunreadable\t" + flat(String.valueOf(error)) + "\t");
        }
        return outcomes;
    }

    private static String flat(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ");
    }

    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        String name = "/org/verapdf/pdfa/validation/" + flavour.name().replaceAll("_(\\d)_(\\w)$", "-$1$2").replace("_", "-") + ".xml";
        Document document;
        try (InputStream in = VeraPdf.class.getResourceAsStream(name)) {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : elements(document.getDocumentElement(), "rule")) {
            Element id = elements(rule, "id").get(0);
            List<ErrorArgument> none = Collections.emptyList();
            List<Reference> references = Collections.emptyList();
            rules.add(Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                    PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                    id.getAttribute("clause"),
                    Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"),
                "true".equals(rule.getAttribute("deferred")),
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), none),
                references));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : elements(document.getDocumentElement(), "variable")) {
            variables.add(Profiles.variableFromValues(
                variable.getAttribute("name"),
                variable.getAttribute("object"),
                text(variable, "defaultValue"),
                text(variable, "value")));
        }
        return Profiles.profileFromValues(
            flavour, Profiles.profileDetailsFromValues(name, name, "", new java.util.Date(0)), "", rules, variables);
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }
}
